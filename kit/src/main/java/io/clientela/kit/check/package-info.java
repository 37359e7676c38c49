/** Cleaning and checking one value at a time: pure functions, each citing the source of its rule. */
@NullMarked
package io.clientela.kit.check;

import org.jspecify.annotations.NullMarked;
