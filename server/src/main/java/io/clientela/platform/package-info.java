/** What every room stands on: database, outbox, dated settings, messages, problem details. Knows no business word. */
@ApplicationModule(
        allowedDependencies = {"kernel"},
        type = ApplicationModule.Type.OPEN)
@NullMarked
package io.clientela.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
