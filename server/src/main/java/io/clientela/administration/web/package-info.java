/** The HTTP face of administration. */
@NullMarked
package io.clientela.administration.web;

import org.jspecify.annotations.NullMarked;
