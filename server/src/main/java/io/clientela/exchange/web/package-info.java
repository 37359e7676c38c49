/** Uploads, imports and exports over HTTP. */
@NullMarked
package io.clientela.exchange.web;

import org.jspecify.annotations.NullMarked;
