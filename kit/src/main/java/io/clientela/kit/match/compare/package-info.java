/** Comparators: how alike two texts are, as a person who keeps a register would see it. Pure functions over folded texts. */
@NullMarked
package io.clientela.kit.match.compare;

import org.jspecify.annotations.NullMarked;
