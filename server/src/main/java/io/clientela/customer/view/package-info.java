/** Lists somebody wants to see again, and shares with others, who see in them what they may see. */
@NullMarked
package io.clientela.customer.view;

import org.jspecify.annotations.NullMarked;
