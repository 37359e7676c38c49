package io.clientela.customer;

import io.clientela.vault.Vault;
import org.springframework.stereotype.Component;

/** What a round of the write gate works with. */
@Component
record GateParts(
        Preparing preparing,
        Deciding deciding,
        Writing writing,
        GateKeys keys,
        GateRecords records,
        FileStore files,
        ItemStore items,
        Numbers numbers,
        Loaded.Loader loader,
        CollectionPlan plan,
        Owners owners,
        PendingStore pending,
        Vault vault) {}
