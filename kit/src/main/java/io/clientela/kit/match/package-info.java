/**
 * Says which records are one and the same: compares them aspect by aspect, weighs what was found with what was learned from the
 * organisation's own data, and groups them without chaining strangers together. Knows no database and decides nothing for good.
 */
@NullMarked
package io.clientela.kit.match;

import org.jspecify.annotations.NullMarked;
