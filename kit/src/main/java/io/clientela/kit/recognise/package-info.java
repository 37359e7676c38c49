/** Says what the rows of a file are: record type, heading, which column is which field, date order, country. Guesses openly, with a confidence and a reason. */
@NullMarked
package io.clientela.kit.recognise;

import org.jspecify.annotations.NullMarked;
