/**
 * Who did what, when and from where: rows written with the deed, sealed in a chain whose key and head are outside the
 * database, so that any change, insertion or removal behind the product's back is found. Knows no room's types.
 */
@ApplicationModule(allowedDependencies = {"kernel", "platform"})
@NullMarked
package io.clientela.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
