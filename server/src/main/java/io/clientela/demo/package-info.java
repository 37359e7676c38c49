/**
 * A believable organisation to look around in, made only when the product is started for that: people of every role with
 * known passwords, customers in three languages, and a past.
 */
@ApplicationModule(allowedDependencies = {"kernel", "platform", "audit", "access", "fields", "customer"})
@NullMarked
package io.clientela.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
