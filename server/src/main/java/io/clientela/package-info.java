/** The server: rooms stand side by side below, each with one promise. */
@NullMarked
package io.clientela;

import org.jspecify.annotations.NullMarked;
