/** Doors that rooms above fill: what they keep of a field, and what they do when one changes. */
@NamedInterface("spi")
@NullMarked
package io.clientela.fields.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
