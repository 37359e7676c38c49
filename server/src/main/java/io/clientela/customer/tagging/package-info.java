/**
 * Rules that set tags: conditions over the catalogue's fields, and the tag that files bear for as long as they fit. Files are gone
 * through as a whole and again whenever one of them changes; what is set and taken away goes through the write gate.
 */
@NullMarked
package io.clientela.customer.tagging;

import org.jspecify.annotations.NullMarked;
