package io.clientela.customer;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One file is the same customer as another. Links tie files together without a circle, so taking one away leaves two groups.
 *
 * @param fileSeq the entry of {@code fileId} that says so, {@code withSeq} that of the other
 * @param chosen who was wanted as head
 */
record Link(long id, long fileId, long withId, int fileSeq, int withSeq, Optional<Long> chosen) {

    boolean touches(long file) {
        return fileId == file || withId == file;
    }

    long other(long file) {
        return fileId == file ? withId : fileId;
    }

    /** The entry of a file that says this link. */
    int seqOf(long file) {
        return fileId == file ? fileSeq : withSeq;
    }

    /** All files that hang together with one. */
    static Set<Long> group(long file, Collection<Link> links) {
        Set<Long> known = new TreeSet<>(List.of(file));
        Set<Long> fresh = Set.of(file);
        while (!fresh.isEmpty()) {
            Set<Long> next = new HashSet<>();
            for (long one : fresh) {
                links.stream()
                        .filter(link -> link.touches(one))
                        .map(link -> link.other(one))
                        .forEach(next::add);
            }
            next.removeAll(known);
            known.addAll(next);
            fresh = next;
        }
        return known;
    }

    /** The head of a group: who was last chosen of those in it, else the oldest. */
    static long head(Set<Long> group, Collection<Link> links) {
        return links.stream()
                .filter(link -> group.contains(link.fileId))
                .sorted((one, other) -> Long.compare(other.id, one.id))
                .flatMap(link -> link.chosen.stream())
                .filter(group::contains)
                .findFirst()
                .orElseGet(() -> new TreeSet<>(group).first());
    }

    /** The link that leads from a file towards another of its group. */
    static Optional<Link> towards(long from, long to, Collection<Link> links) {
        return links.stream()
                .filter(link -> link.touches(from))
                .filter(link -> group(link.other(from), without(link, links)).contains(to))
                .findFirst();
    }

    static List<Link> without(Link link, Collection<Link> links) {
        return links.stream().filter(one -> one.id != link.id).toList();
    }

    /** Whose value of a field was taken by hand: said by an entry, for as long as a link is there. */
    record Pick(long link, long fileId, String field, long entryId) {}
}
