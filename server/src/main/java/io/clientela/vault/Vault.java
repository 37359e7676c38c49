package io.clientela.vault;

import io.clientela.platform.Bundle;
import io.clientela.platform.Bundle.Answer;
import io.clientela.vault.VaultStore.Wrapped;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keys of files and runs: made in the caller's transaction, opened on demand, gone for good when destroyed. */
@Component
public class Vault {

    private static final int GROUP_VERSION = 1;

    private final GroupKeys groups;
    private final VaultStore store;
    private final MasterKey master;

    Vault(GroupKeys groups, VaultStore store, MasterKey master) {
        this.master = master;
        this.groups = groups;
        this.store = store;
    }

    /** A key of the product itself for one purpose, such as bookmarks; the same on every node. */
    public SealKey purpose(String name) {
        return new SealKey(master.derive("purpose:" + name));
    }

    /** Makes a key for each of these new files; they last once they are {@link #keep kept}. */
    public NewKeys make(List<Long> fileIds) {
        Map<Long, SealKey> keys = new HashMap<>(fileIds.size() * 2);
        Map<Long, byte[]> wrapped = LinkedHashMap.newLinkedHashMap(fileIds.size());
        for (long id : fileIds) {
            byte[] key = Secret.bytes(GroupKeys.KEY_BYTES);
            wrapped.put(id, groups.of(id).seal(key, filePlace(id)));
            keys.put(id, new SealKey(key));
        }
        return new NewKeys(keys, wrapped);
    }

    /** Stores new keys with whatever was sealed under them, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(NewKeys keys) {
        store.insertFileKeys(keys.wrapped());
    }

    /** The keys of these files; a file whose key was destroyed is missing from the answer. */
    public Map<Long, SealKey> open(Collection<Long> fileIds) {
        Map<Long, SealKey> keys = new HashMap<>(fileIds.size() * 2);
        if (fileIds.size() == 1) {
            long id = fileIds.iterator().next();
            open(id).ifPresent(key -> keys.put(id, key));
            return keys;
        }
        store.fileKeys(fileIds).forEach((id, wrapped) -> keys.put(id, fileKey(id, wrapped)));
        return keys;
    }

    /** The same with what else a bundle asks; to be read once it was sent. */
    public Supplier<Map<Long, SealKey>> open(Collection<Long> fileIds, Bundle bundle) {
        Answer<Wrapped> answer = store.fileKeys(fileIds, bundle);
        return () -> answer.get().stream()
                .collect(Collectors.toMap(Wrapped::fileId, one -> fileKey(one.fileId(), one.key())));
    }

    public Optional<SealKey> open(long fileId) {
        return store.fileKey(fileId).map(wrapped -> fileKey(fileId, wrapped));
    }

    private SealKey fileKey(long id, byte[] wrapped) {
        return new SealKey(groups.of(id).open(wrapped, filePlace(id)));
    }

    /** Makes the key under which an import run keeps what has no file yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public SealKey createRunKey(long run) {
        byte[] key = Secret.bytes(GroupKeys.KEY_BYTES);
        store.insertRunKey(run, groups.of(run).seal(key, runPlace(run)));
        return new SealKey(key);
    }

    public Optional<SealKey> openRunKey(long run) {
        return store.runKey(run).map(wrapped -> new SealKey(groups.of(run).open(wrapped, runPlace(run))));
    }

    /** Ends everything sealed under the run's key. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void destroyRunKey(long run) {
        store.destroyRunKey(run);
    }

    /** Keys of new files: to seal with, and wrapped under their group's key. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record NewKeys(Map<Long, SealKey> keys, Map<Long, byte[]> wrapped) {

        /** The key of one of the files; throws {@link IllegalArgumentException} for any other. */
        public SealKey of(long fileId) {
            SealKey key = keys.get(fileId);
            if (key == null) {
                throw new IllegalArgumentException("no new key for file " + fileId);
            }
            return key;
        }
    }

    private static String filePlace(long id) {
        return "file-key:" + id + ":" + GROUP_VERSION;
    }

    private static String runPlace(long id) {
        return "run-key:" + id + ":" + GROUP_VERSION;
    }
}
