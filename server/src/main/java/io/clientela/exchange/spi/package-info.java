/** Doors the owner of the records fills: where imported rows go and where exported ones come from. */
@NamedInterface("spi")
@NullMarked
package io.clientela.exchange.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
