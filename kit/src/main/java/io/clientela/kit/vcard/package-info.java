/** vCards: what a card says as the values of a customer's fields, and a customer's file as a card, with nothing lost between. */
@NullMarked
package io.clientela.kit.vcard;

import org.jspecify.annotations.NullMarked;
