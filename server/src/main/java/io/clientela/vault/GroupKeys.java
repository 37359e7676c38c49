package io.clientela.vault;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/** The 4,096 keys between master and file: kept opened in memory, so that a file's key costs no trip to a key service. */
@Component
final class GroupKeys {

    static final int GROUPS = 4_096;
    static final int KEY_BYTES = 32;

    private final SealKey master;
    private final VaultStore store;
    private final ConcurrentMap<Integer, SealKey> opened = new ConcurrentHashMap<>();

    GroupKeys(MasterKey master, VaultStore store) {
        this.master = new SealKey(master.derive("wrap:1"));
        this.store = store;
    }

    /** The group's key in the version it has now; versions rise when keys are rotated. */
    SealKey of(long id) {
        if (opened.isEmpty()) {
            load();
        }
        SealKey key = opened.get(number(id));
        if (key == null) {
            throw new IllegalStateException("there is no key for group " + number(id));
        }
        return key;
    }

    static int number(long id) {
        return (int) Math.floorMod(id, (long) GROUPS);
    }

    private synchronized void load() {
        if (!opened.isEmpty()) {
            return;
        }
        if (store.countGroups() < GROUPS) {
            store.insertGroups(fresh());
        }
        store.groups()
                .forEach(group -> opened.put(
                        group.number(),
                        new SealKey(master.open(group.wrapped(), place(group.number(), group.version())))));
    }

    private List<VaultStore.Group> fresh() {
        List<VaultStore.Group> groups = new ArrayList<>(GROUPS);
        for (int number = 0; number < GROUPS; number++) {
            byte[] key = com.google.crypto.tink.subtle.Random.randBytes(KEY_BYTES);
            groups.add(new VaultStore.Group(number, 1, master.seal(key, place(number, 1))));
        }
        return groups;
    }

    private static String place(int number, int version) {
        return "group:" + number + ":" + version;
    }
}
