package io.clientela.customer;

import io.clientela.customer.EntryBody.Tie;
import io.clientela.customer.Unmerged.Side;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Takes the link away that ties a file to its head: each side is again what its own entries say, and what was said meanwhile may go to the other. */
@Component
class Parting {

    private final FileStore files;
    private final Groups groups;
    private final HeadStore heads;
    private final LinkStore links;
    private final TieEntries entries;
    private final Reassigning reassigning;
    private final Settling settling;
    private final GateRecords records;

    Parting(
            FileStore files,
            Groups groups,
            HeadStore heads,
            LinkStore links,
            TieEntries entries,
            Reassigning reassigning,
            Settling settling,
            GateRecords records) {
        this.files = files;
        this.groups = groups;
        this.heads = heads;
        this.links = links;
        this.entries = entries;
        this.reassigning = reassigning;
        this.settling = settling;
        this.records = records;
    }

    /** The link that ties a file to its head, of the head itself the only one it has; refuses where there is none or one can't tell. */
    static Link between(Group group, long member) {
        List<Link> own =
                group.links().stream().filter(link -> link.touches(member)).toList();
        if (member != group.headId()) {
            return Link.towards(member, group.headId(), group.links())
                    .orElseThrow(() -> new Refusal(CustomerError.NOT_MERGED));
        }
        if (own.isEmpty()) {
            throw new Refusal(CustomerError.NOT_MERGED);
        }
        if (own.size() > 1) {
            throw new Refusal(CustomerError.UNMERGE_HEAD);
        }
        return own.getFirst();
    }

    /** The group of a file in the actor's scope; refuses with not_found otherwise. */
    static Group inScope(Group group, Actor actor) {
        if (!InScope.of(actor.scope(), group.head())) {
            throw new Refusal(CommonError.NOT_FOUND);
        }
        if (!actor.may(Functions.CUSTOMERS_MERGE) || !actor.may(Functions.CUSTOMERS_CHANGE)) {
            throw new Refusal(CommonError.NO_RIGHT);
        }
        return group;
    }

    Unmerged part(UnmergeWish wish, Actor actor, InstantSource clock) {
        long member = files.exactly(wish.member())
                .orElseThrow(() -> new Refusal(CommonError.NOT_FOUND))
                .fileId();
        Group whole = groups.of(groups.lock(List.of(member))).values().stream()
                .filter(group -> group.members().containsKey(member))
                .findFirst()
                .orElseThrow(() -> new Refusal(CustomerError.VALUE_DESTROYED));
        Instant at = clock.instant();
        inScope(whole, actor);
        Link link = between(whole, member);
        if (wish.version().isPresent()
                && wish.version().getAsLong() != whole.head().version()) {
            throw new Refusal(CommonError.STALE_VERSION);
        }
        long version = 1
                + whole.members().values().stream()
                        .mapToLong(file -> file.row().version())
                        .max()
                        .orElseThrow();
        EntryBody body = EntryBody.of(new Tie(link, List.of(), null), wish.reason());
        entries.append(whole, link.fileId(), Entry.UNLINK, body, wish.how(), actor, at);
        entries.append(whole, link.withId(), Entry.UNLINK, body, wish.how(), actor, at);
        links.end(link.id(), actor.userId(), at);
        Set<Long> gone = Link.group(member, Link.without(link, whole.links()));
        if (gone.contains(whole.headId())) {
            gone = Link.group(link.other(member), Link.without(link, whole.links()));
        }
        Set<Long> stayed = new TreeSet<>(whole.files());
        stayed.removeAll(gone);
        reassigning.move(whole, link, gone, wish, actor, at);
        List<Side> sides = new ArrayList<>();
        List<FileRow> rows = new ArrayList<>();
        for (Set<Long> side : List.of(stayed, gone)) {
            Group group = side(whole, link, side);
            heads.set(side, List.of(whole.headId()), group.headId());
            if (side.contains(whole.headId()) && group.headId() != whole.headId()) {
                settling.own(group.member(whole.headId()), group.headId());
            }
            FileRow head = settling.settle(group, version, actor.userId(), at);
            rows.add(head);
            sides.add(new Side(
                    head.fileId(),
                    head.number(),
                    head.version(),
                    group.members().values().stream()
                            .map(file -> file.row().number())
                            .toList()));
        }
        records.unmerged(rows, link, wish, actor);
        return new Unmerged(sides);
    }

    private static Group side(Group whole, Link without, Set<Long> files) {
        List<Link> left = whole.links().stream()
                .filter(link -> link.id() != without.id() && files.contains(link.fileId()))
                .toList();
        Set<Long> known = new TreeSet<>(left.stream().map(Link::id).toList());
        Map<Long, Loaded> members = new TreeMap<>(whole.members());
        members.keySet().retainAll(files);
        long head = Link.head(files, left);
        return new Group(
                java.util.Objects.requireNonNull(members.get(head)).row(),
                members,
                left,
                whole.picks().stream()
                        .filter(pick -> known.contains(pick.link()))
                        .toList());
    }

    /** From which entry on something was said while a link was there: that which says the link. */
    record Since(long file, int seq) {
        static Since of(Link link) {
            return new Since(link.fileId(), link.fileSeq());
        }
    }
}
