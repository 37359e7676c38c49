/** Durable jobs: what was asked for is done even if the process dies, and people see how far it is. Knows no job's logic. */
@ApplicationModule(allowedDependencies = {"kernel", "platform", "audit", "access"})
@NullMarked
package io.clientela.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
