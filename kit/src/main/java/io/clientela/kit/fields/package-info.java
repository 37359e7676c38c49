/** The catalogue's description of a field and the declarations shipped with the product. */
@NullMarked
package io.clientela.kit.fields;

import org.jspecify.annotations.NullMarked;
