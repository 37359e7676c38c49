/** Pure functions over plain data: text, checks, formats. No Spring, no JDBC, no clock of its own. */
@NullMarked
package io.clientela.kit;

import org.jspecify.annotations.NullMarked;
