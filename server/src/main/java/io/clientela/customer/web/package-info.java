/** Customers over HTTP: shells around the gates. */
@NullMarked
package io.clientela.customer.web;

import org.jspecify.annotations.NullMarked;
