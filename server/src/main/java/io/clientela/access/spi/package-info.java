/** A door the room of the fields fills: what rights come to, field by field. */
@NamedInterface("spi")
@NullMarked
package io.clientela.access.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
