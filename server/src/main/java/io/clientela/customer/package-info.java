/**
 * The customer file and its two gates: nothing is written except through the write gate, nothing is shown except through the
 * read gate. Journal, golden record, keys and search change together in one transaction.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "audit",
            "access",
            "schedule",
            "fields",
            "fields::spi",
            "vault",
            "attachment",
            "exchange::spi"
        })
@NullMarked
package io.clientela.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
