/**
 * The desk of whoever runs the installation: its governed settings, its state of health put together from what every room tells of
 * itself, and the audit trail taken out and verified as background work. Decides nothing of customers and owns no rule of another room.
 */
@ApplicationModule(
        allowedDependencies = {"kernel", "platform", "audit", "access", "schedule", "exchange", "exchange::spi"})
@NullMarked
package io.clientela.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
