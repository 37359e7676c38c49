/**
 * The catalogue in force: shipped fields and code lists joined with the house's own, who may see and write which field, and how
 * values are shown. Knows no customer.
 */
@ApplicationModule(allowedDependencies = {"kernel", "platform", "audit", "access", "access::spi"})
@NullMarked
package io.clientela.fields;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
