package io.clientela.customer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files a round of the write gate works on, locked and opened.
 *
 * @param files by id; of linked ones the head says what all say together
 * @param groups of linked files, by head
 */
record Opened(Map<Long, Loaded> files, Map<Long, Group> groups) {

    static final Opened NOTHING = new Opened(Map.of(), Map.of());

    static Opened of(Collection<FileRow> rows, Loaded.Loader loader, Groups groups) {
        List<FileRow> linked = Group.linked(rows);
        return new Opened(loader.open(rows), linked.isEmpty() ? Map.of() : groups.of(linked));
    }

    /** The file that stands for one: itself, or its head. */
    Optional<Loaded> standing(long file) {
        return Optional.ofNullable(files.get(file))
                .flatMap(one -> Optional.ofNullable(files.get(one.row().headId())));
    }

    /** Those a file is linked with. */
    Optional<Group> group(long file) {
        return Optional.ofNullable(files.get(file))
                .flatMap(one -> Optional.ofNullable(groups.get(one.row().headId())));
    }
}
