package io.clientela.customer;

import io.clientela.customer.Link.Pick;
import io.clientela.vault.SealKey;
import io.clientela.vault.Vault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Opens files that belong together, each as it is by itself. */
@Component
class Groups {

    private final FileStore files;
    private final HeadStore heads;
    private final LinkStore links;
    private final MemberStore members;
    private final ItemStore items;
    private final Loaded.Loader loader;
    private final Vault vault;

    Groups(
            FileStore files,
            HeadStore heads,
            LinkStore links,
            MemberStore members,
            ItemStore items,
            Loaded.Loader loader,
            Vault vault) {
        this.files = files;
        this.heads = heads;
        this.links = links;
        this.members = members;
        this.items = items;
        this.loader = loader;
        this.vault = vault;
    }

    /** Locks files and all they belong with; somebody may have tied them to more while we waited. */
    List<FileRow> lock(Collection<Long> ids) {
        return lock(ids, List.of());
    }

    /** The same where these, which are linked to none, are locked already. */
    List<FileRow> lock(Collection<Long> ids, List<FileRow> locked) {
        Set<Long> all = new TreeSet<>(ids);
        if (locked.stream().map(FileRow::fileId).toList().equals(List.copyOf(all))) {
            return locked;
        }
        // All of a group at once and in order, or one who changes a member and one who changes the head would wait for
        // each other.
        all.addAll(this.heads.heads(ids).values());
        all.addAll(this.heads.absorbed(List.copyOf(all)));
        List<FileRow> rows = files.lock(all);
        while (all.addAll(missing(rows))) {
            rows = files.lock(all);
        }
        return rows;
    }

    /** The same for whoever writes nothing. */
    List<FileRow> find(Collection<Long> ids) {
        Set<Long> all = new TreeSet<>(ids);
        List<FileRow> rows = files.find(all);
        while (all.addAll(missing(rows))) {
            rows = files.find(all);
        }
        return rows;
    }

    private Set<Long> missing(List<FileRow> rows) {
        Set<Long> wanted = new HashSet<>();
        Set<Long> linked = new HashSet<>();
        for (FileRow row : rows) {
            wanted.add(row.headId());
            // A row that heads others says so; of most files there is nothing to ask.
            if (row.isLinked()) {
                linked.add(row.headId());
            }
        }
        wanted.addAll(heads.absorbed(linked));
        return wanted;
    }

    /** The groups of these rows by their heads; a file that is linked to none is one by itself. All rows of a group are given. */
    Map<Long, Group> of(Collection<FileRow> rows) {
        Map<Long, List<FileRow>> byHead = new TreeMap<>();
        rows.forEach(row ->
                byHead.computeIfAbsent(row.headId(), head -> new ArrayList<>()).add(row));
        List<FileRow> linked = Group.linked(rows);
        Map<Long, Loaded> own = new HashMap<>(
                loader.open(rows.stream().filter(row -> !row.isLinked()).toList()));
        own.putAll(open(linked));
        List<Link> ties = linked.isEmpty() ? List.of() : links.ofGroups(byHead.keySet());
        List<Pick> picks = linked.isEmpty() ? List.of() : links.picks(byHead.keySet());
        Map<Long, Group> groups = new HashMap<>();
        byHead.forEach((head, some) -> {
            Map<Long, Loaded> of = new HashMap<>();
            some.stream().map(FileRow::fileId).filter(own::containsKey).forEach(id -> of.put(id, own.get(id)));
            // Without the key of one of them nothing can be said of them together.
            if (of.size() == some.size()) {
                List<Link> inside = ties.stream()
                        .filter(link -> of.containsKey(link.fileId()))
                        .toList();
                Set<Long> known = new HashSet<>();
                inside.forEach(link -> known.add(link.id()));
                some.stream()
                        .filter(row -> row.fileId() == head)
                        .findFirst()
                        .ifPresent(row -> groups.put(
                                head,
                                new Group(
                                        row,
                                        of,
                                        inside,
                                        picks.stream()
                                                .filter(pick -> known.contains(pick.link()))
                                                .toList())));
            }
        });
        return groups;
    }

    /** The group a file belongs to. */
    Group of(long file) {
        List<FileRow> rows = find(List.of(file));
        return of(rows).values().stream()
                .filter(group -> group.members().containsKey(file))
                .findFirst()
                .orElseThrow(() -> new io.clientela.kernel.Refusal(CustomerError.VALUE_DESTROYED));
    }

    /** Linked files as each is by itself. */
    private Map<Long, Loaded> open(List<FileRow> linked) {
        Map<Long, Loaded> opened = new HashMap<>();
        if (linked.isEmpty()) {
            return opened;
        }
        List<Long> ids = linked.stream().map(FileRow::fileId).toList();
        Map<Long, SealKey> keys = vault.open(ids);
        Map<Long, byte[]> states = members.states(ids);
        for (FileRow row : linked) {
            SealKey key = keys.get(row.fileId());
            byte[] sealed = states.get(row.fileId());
            if (key != null && sealed != null) {
                FileState state = MemberState.open(row.fileId(), sealed, key);
                opened.put(row.fileId(), new Loaded(row.alone(state), state, key));
            }
        }
        for (ItemStore.Item item :
                items.of(new TreeSet<>(linked.stream().map(FileRow::headId).toList()))) {
            Loaded file = opened.get(item.fileId());
            if (file != null) {
                file.state().putItem(item.list(), item.itemId(), item.parts());
            }
        }
        return opened;
    }
}
