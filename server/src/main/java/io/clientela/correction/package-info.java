/** Setting many files right at once: looked at before it is done, done through the write gate, and taken back as a whole. */
@ApplicationModule(
        allowedDependencies = {"kernel", "platform", "audit", "access", "fields", "schedule", "vault", "customer"})
@NullMarked
package io.clientela.correction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
