/** Stories of one office on the built product: a real process, real HTTP, a real browser. */
@NullMarked
package io.clientela.acceptance;

import org.jspecify.annotations.NullMarked;
