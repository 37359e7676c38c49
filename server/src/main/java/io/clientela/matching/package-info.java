/**
 * Says which customers may be one and the same, and why: over the whole base, after each change, and while somebody types. Keeps
 * what people said of it; merges only where the rules allow it without anybody looking, and through the gate.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "audit",
            "access",
            "fields",
            "schedule",
            "vault",
            "customer",
            "customer::spi"
        })
@NullMarked
package io.clientela.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
