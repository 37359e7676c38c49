/** Jobs over HTTP. */
@NullMarked
package io.clientela.schedule.web;

import org.jspecify.annotations.NullMarked;
