/** The HTTP face of the catalogue. */
@NullMarked
package io.clientela.fields.web;

import org.jspecify.annotations.NullMarked;
