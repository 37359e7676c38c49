/** Files coming in and going out: uploads, recognition, runs that survive a crash, and the rows they refused. */
@ApplicationModule(
        allowedDependencies = {"kernel", "platform", "audit", "access", "fields", "fields::spi", "schedule", "vault"})
@NullMarked
package io.clientela.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
