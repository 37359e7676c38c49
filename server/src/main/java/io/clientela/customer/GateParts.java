package io.clientela.customer;

import io.clientela.platform.Bundles;
import org.springframework.stereotype.Component;

/** What a round of the write gate works with. */
@Component
record GateParts(
        Preparing preparing,
        Deciding deciding,
        Arriving arriving,
        Writing writing,
        GateKeys keys,
        GateRecords records,
        FileStore files,
        ItemStore items,
        Loaded.Loader loader,
        CollectionPlan plan,
        Owners owners,
        FileRules rules,
        Lifecycle lifecycle,
        Contacts contacts,
        Claiming claiming,
        PendingStore pending,
        TakingBack takingBack,
        Groups groups,
        Tying tying,
        Bundles bundles) {}
