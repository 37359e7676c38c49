package io.clientela.customer;

import io.clientela.customer.EntryBody.Tie;
import io.clientela.customer.Joining.Plan;
import io.clientela.customer.Link.Pick;
import io.clientela.kernel.Actor;
import io.clientela.kit.fields.Field;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the write gate does to files that are one customer: ties them together and apart, and keeps what follows from them right. */
@Component
class Tying {

    private final Groups groups;
    private final HeadStore heads;
    private final LinkStore links;
    private final Joining joining;
    private final Parting parting;
    private final TieEntries entries;
    private final Settling settling;
    private final Writing writing;
    private final GateRecords records;

    Tying(
            Groups groups,
            HeadStore heads,
            LinkStore links,
            Joining joining,
            Parting parting,
            TieEntries entries,
            Settling settling,
            Writing writing,
            GateRecords records) {
        this.groups = groups;
        this.heads = heads;
        this.links = links;
        this.joining = joining;
        this.parting = parting;
        this.entries = entries;
        this.settling = settling;
        this.writing = writing;
        this.records = records;
    }

    /** Brings groups up to date to whose files something was written; their heads' rows by head. */
    Map<Long, FileRow> settle(Map<Long, Group> opened, List<Change> changes, long by, Instant at) {
        Map<Long, FileRow> settled = new HashMap<>();
        Map<Long, Set<Long>> written = new HashMap<>();
        for (Change change : changes) {
            Group group = opened.get(change.after().headId());
            if (group != null) {
                group.put(change);
                written.computeIfAbsent(group.headId(), head -> new HashSet<>())
                        .add(change.after().fileId());
            }
        }
        if (written.isEmpty()) {
            return settled;
        }
        SurvivorshipRules rules = settling.rules(at);
        written.forEach((head, files) -> {
            Group group = java.util.Objects.requireNonNull(opened.get(head));
            // What was written for an absorbed file bears that file as its head.
            follow(files, List.of(head), head);
            settled.put(head, settling.together(group, rules, group.head().version() + 1, by, at));
        });
        return settled;
    }

    /** Makes what linked files are found by anew, for one field that is found by other means than before. */
    void findAnew(Collection<Long> files, Field field) {
        groups.of(groups.lock(files)).values().forEach(group -> {
            group.members().values().forEach(file -> writing.findAnew(file, field));
            follow(group.files(), List.of(group.headId()), group.headId());
            FileRow head = group.head();
            settling.settle(group, head.version(), head.updatedBy(), head.updatedAt());
        });
    }

    /** Puts customers of several files together anew where other rules make something else of them; the heads that were written. */
    List<FileRow> settleAnew(Collection<Long> heads, long by, Instant at) {
        List<Group> several = groups.of(groups.lock(heads)).values().stream()
                .filter(group -> group.members().size() > 1)
                .sorted(Comparator.comparingLong(Group::headId))
                .toList();
        SurvivorshipRules rules = settling.rules(at);
        return several.stream()
                .flatMap(group -> settling.settleAnew(group, rules, by, at).stream())
                .toList();
    }

    private void follow(Collection<Long> files, Collection<Long> olds, long head) {
        List<Long> others = files.stream().filter(file -> file != head).toList();
        if (!others.isEmpty()) {
            heads.set(others, olds, head);
        }
    }

    /** Makes one customer of several; refuses as a whole. */
    Merged tie(MergeWish wish, Actor actor, InstantSource clock) {
        List<FileRow> rows = groups.lock(joining.named(wish));
        // Only now: while it waited other rules may have come into force, and they have been followed for all that was
        // merged then.
        Instant at = clock.instant();
        Plan plan = joining.plan(wish, groups.of(rows).values(), actor);
        Group whole = new Group(
                java.util.Objects.requireNonNull(plan.members().get(plan.head()))
                        .row(),
                plan.members(),
                new ArrayList<>(plan.links()),
                new ArrayList<>());
        plan.groups().forEach(group -> whole.picks().addAll(group.picks()));
        Map<Long, Link> made = new HashMap<>();
        for (Link wanted : plan.fresh()) {
            made.put(wanted.id(), link(wanted, whole, wish, actor, at));
        }
        plan.picked().forEach((file, keys) -> {
            Link link =
                    java.util.Objects.requireNonNull(made.get(plan.linkOf(file).id()));
            pick(link, file, keys, whole, wish, actor, at);
        });
        List<Long> olds = plan.groups().stream().map(Group::headId).toList();
        heads.set(whole.files(), olds, plan.head());
        plan.groups().stream()
                .filter(group -> group.members().size() > 1 && group.headId() != plan.head())
                .forEach(group -> settling.own(whole.member(group.headId()), plan.head()));
        FileRow head = settling.settle(whole, plan.version(), actor.userId(), at);
        records.merged(head, List.copyOf(made.values()), whole, wish, actor);
        return new Merged(
                head.fileId(),
                head.number(),
                head.version(),
                whole.members().values().stream()
                        .map(file -> file.row().number())
                        .toList());
    }

    private Link link(Link wanted, Group whole, MergeWish wish, Actor actor, Instant at) {
        int fileSeq = whole.member(wanted.fileId()).row().lastSeq() + 1;
        int withSeq = whole.member(wanted.withId()).row().lastSeq() + 1;
        Link link = new Link(links.nextId(), wanted.fileId(), wanted.withId(), fileSeq, withSeq, wanted.chosen());
        EntryBody body = EntryBody.of(new Tie(link, List.of(), null), wish.reason());
        entries.append(whole, link.fileId(), Entry.LINK, body, wish.how(), actor, at);
        entries.append(whole, link.withId(), Entry.LINK, body, wish.how(), actor, at);
        links.make(link, actor.userId(), at);
        whole.links().add(link);
        return link;
    }

    private void pick(Link link, long file, List<String> keys, Group whole, MergeWish wish, Actor actor, Instant at) {
        EntryBody body = EntryBody.of(new Tie(link, keys, null), wish.reason());
        Written written = entries.append(whole, file, Entry.PICK, body, wish.how(), actor, at);
        keys.forEach(key -> {
            Pick pick = new Pick(link.id(), file, key, written.entry().entry().entryId());
            links.pick(pick);
            whole.picks().add(pick);
        });
    }

    /** Takes the link away that ties a file to its head. */
    Unmerged untie(UnmergeWish wish, Actor actor, InstantSource clock) {
        return parting.part(wish, actor, clock);
    }
}
