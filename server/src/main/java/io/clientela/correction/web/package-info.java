/** Work on many files over HTTP. */
@NullMarked
package io.clientela.correction.web;

import org.jspecify.annotations.NullMarked;
