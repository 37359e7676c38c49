package io.clientela.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.customer.JournalStore.Sealed;
import io.clientela.customer.Link.Pick;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What linked files say together, put together anew from nothing but their journals. */
final class GoldenFromJournals {

    private final Groups groups;
    private final JournalStore journal;
    private final Settling settling;

    GoldenFromJournals(Groups groups, JournalStore journal, Settling settling) {
        this.groups = groups;
        this.journal = journal;
        this.settling = settling;
    }

    /** The golden record of the group of one of these files; fails where their links make another its head than the one stored. */
    FileState golden(List<Long> ids, long file, FileRow head) {
        Map<Long, Loaded> opened = new TreeMap<>();
        Ties ties = new Ties();
        for (long id : ids) {
            Loaded own = groups.of(id).member(id);
            List<Sealed> entries = journal.entriesUpTo(id, own.row().lastSeq());
            opened.put(id, new Loaded(own.row(), FileState.fold(entries, own.key()), own.key()));
            entries.forEach(entry -> ties.learn(id, entry, EntryBody.open(entry, own.key())));
        }
        Collection<Link> links = ties.inForce();
        Set<Long> group = Link.group(file, links);
        assertThat(head.fileId()).isEqualTo(Link.head(group, links));
        if (group.size() == 1) {
            return opened.get(head.fileId()).state();
        }
        opened.keySet().retainAll(group);
        List<Link> own =
                links.stream().filter(link -> group.contains(link.fileId())).toList();
        return settling.golden(new Group(head, opened, own, ties.picks(own)), head.updatedAt())
                .state();
    }

    /** Links and picks as the entries of all files tell of them. */
    private static final class Ties {
        private final Map<Long, Link> links = new TreeMap<>();
        private final Map<String, Pick> picks = new TreeMap<>();
        private final Map<Long, Map<Long, Integer>> seqs = new HashMap<>();
        private final Set<Long> ended = new TreeSet<>();

        void learn(long file, Sealed sealed, EntryBody body) {
            EntryBody.Tie tie = body.tie();
            if (tie == null) {
                return;
            }
            switch (sealed.entry().kind()) {
                case Entry.LINK -> link(file, sealed.entry().seq(), tie);
                case Entry.UNLINK -> ended.add(tie.link());
                case Entry.PICK ->
                    tie.picked()
                            .forEach(key -> picks.put(
                                    tie.link() + key,
                                    new Pick(
                                            tie.link(),
                                            file,
                                            key,
                                            sealed.entry().entryId())));
                default -> {}
            }
        }

        private void link(long file, int seq, EntryBody.Tie tie) {
            Map<Long, Integer> known = seqs.computeIfAbsent(tie.link(), link -> new HashMap<>());
            known.put(file, seq);
            links.put(
                    tie.link(),
                    new Link(
                            tie.link(),
                            tie.file(),
                            tie.with(),
                            known.getOrDefault(tie.file(), 0),
                            known.getOrDefault(tie.with(), 0),
                            Optional.ofNullable(tie.chosen())));
        }

        Collection<Link> inForce() {
            links.keySet().removeAll(ended);
            return links.values();
        }

        /** A choice holds where the merge holds in which it was made; of a group that has left it says nothing, even of a file it names. */
        List<Pick> picks(Collection<Link> inside) {
            Set<Long> known = inside.stream().map(Link::id).collect(Collectors.toSet());
            return picks.values().stream()
                    .filter(pick -> known.contains(pick.link()))
                    .toList();
        }
    }
}
