/** The verbs of {@code ./clientela}, one class each: over HTTP, on the database of a home, or through kit alone. */
@NullMarked
package io.clientela.cli;

import org.jspecify.annotations.NullMarked;
