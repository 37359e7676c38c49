package io.clientela.vault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The 4,096 keys between master and file: kept opened in memory, so that a file's key costs no trip to a key service. */
@Component
final class GroupKeys {

    static final int GROUPS = 4_096;
    static final int KEY_BYTES = 32;

    private final SealKey master;
    private final VaultStore store;
    private final TransactionTemplate apart;

    /** All keys or none: whoever reads it while it is being made must not find half of them. */
    private volatile Map<Integer, SealKey> opened = Map.of();

    GroupKeys(MasterKey master, VaultStore store, PlatformTransactionManager transactions) {
        this.master = new SealKey(master.derive("wrap:1"));
        this.store = store;
        // Made in the transaction of whoever comes first they would be lost with it, and what they sealed for ever.
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The group's key in the version it has now; versions rise when keys are rotated. */
    SealKey of(long id) {
        Map<Integer, SealKey> keys = opened.isEmpty() ? load() : opened;
        SealKey key = keys.get(number(id));
        if (key == null) {
            throw new IllegalStateException("there is no key for group " + number(id));
        }
        return key;
    }

    static int number(long id) {
        return (int) Math.floorMod(id, (long) GROUPS);
    }

    private synchronized Map<Integer, SealKey> load() {
        if (opened.isEmpty()) {
            opened = open(apart.execute(status -> stored()));
        }
        return opened;
    }

    /** What the table holds counts, not what was made here: another node may have been faster. */
    private List<VaultStore.Group> stored() {
        if (store.countGroups() < GROUPS) {
            store.insertGroups(fresh());
        }
        return store.groups();
    }

    private Map<Integer, SealKey> open(List<VaultStore.Group> groups) {
        Map<Integer, SealKey> keys = HashMap.newHashMap(groups.size());
        for (VaultStore.Group group : groups) {
            byte[] key = master.open(group.wrapped(), place(group.number(), group.version()));
            keys.put(group.number(), new SealKey(key));
        }
        return Map.copyOf(keys);
    }

    private List<VaultStore.Group> fresh() {
        List<VaultStore.Group> groups = new ArrayList<>(GROUPS);
        for (int number = 0; number < GROUPS; number++) {
            byte[] key = Secret.bytes(KEY_BYTES);
            groups.add(new VaultStore.Group(number, 1, master.seal(key, place(number, 1))));
        }
        return groups;
    }

    private static String place(int number, int version) {
        return "group:" + number + ":" + version;
    }
}
