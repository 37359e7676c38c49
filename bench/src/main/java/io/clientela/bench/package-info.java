/** Measures of speed and memory, each one command: {@code ./clientela bench P1}; what they print goes into docs/performance.md. */
@NullMarked
package io.clientela.bench;

import org.jspecify.annotations.NullMarked;
