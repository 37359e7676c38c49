/** Reads and writes tables as files: says what a file is, streams its rows in bounded memory, refuses what would harm. */
@NullMarked
package io.clientela.kit.format;

import org.jspecify.annotations.NullMarked;
