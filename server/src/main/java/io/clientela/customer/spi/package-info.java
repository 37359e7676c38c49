/** Doors other rooms fill: who decides on a change, who knows the people. */
@NamedInterface("spi")
@NullMarked
package io.clientela.customer.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
