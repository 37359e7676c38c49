package io.clientela.customer;

import io.clientela.customer.EntryBody.ItemBody;
import io.clientela.customer.EntryBody.Tie;
import io.clientela.customer.JournalStore.Sealed;
import io.clientela.customer.Parting.Since;
import io.clientela.customer.UnmergeWish.Move;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Refusal;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.Field.ChangeRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Has what was said of one file while it was linked count for the file on the other side. The entry stays where it is; a further one
 * takes back what it said there, and one at the other file says it.
 */
@Component
class Reassigning {

    private final JournalStore journal;
    private final TakingBack takingBack;
    private final Deciding deciding;
    private final ItemStore items;
    private final Attaching attaching;
    private final TieEntries entries;

    Reassigning(
            JournalStore journal,
            TakingBack takingBack,
            Deciding deciding,
            ItemStore items,
            Attaching attaching,
            TieEntries entries) {
        this.journal = journal;
        this.takingBack = takingBack;
        this.deciding = deciding;
        this.items = items;
        this.attaching = attaching;
        this.entries = entries;
    }

    /** Entries of a group that were made since a link, and what of each may go to the other side. */
    List<Movable> movable(Group group, Link link, Set<Long> gone, Actor actor) {
        Since since = Since.of(link);
        long first = first(since);
        Judge judge = deciding.judge(actor);
        List<Movable> all = new ArrayList<>();
        group.members().forEach((file, member) -> {
            for (Sealed sealed : journal.entriesUpTo(file, member.row().lastSeq())) {
                Entry entry = sealed.entry();
                if (entry.entryId() > first && entry.kind().equals(Entry.CHANGED)) {
                    Loaded target = group.member(target(link, gone, file));
                    all.add(movable(member, sealed, target, judge));
                }
            }
        });
        all.sort((one, other) ->
                Long.compare(one.entry().entryId(), other.entry().entryId()));
        return all;
    }

    private long first(Since since) {
        return journal.entries(since.file(), List.of(since.seq())).stream()
                .mapToLong(Entry::entryId)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    /** The end of the link on the other side. */
    private static long target(Link link, Set<Long> gone, long file) {
        return gone.contains(link.fileId()) == gone.contains(file) ? link.withId() : link.fileId();
    }

    private Movable movable(Loaded from, Sealed sealed, Loaded to, Judge judge) {
        EntryBody said = EntryBody.open(sealed, from.key());
        TakingBack.Plan plan = takingBack.plan(from, sealed.entry().seq(), judge);
        Map<String, List<String>> set = new LinkedHashMap<>();
        Map<String, List<String>> back = new LinkedHashMap<>();
        Map<String, Integer> origins = new LinkedHashMap<>();
        if (plan.refusal().isEmpty()) {
            plan.body().set().forEach((key, before) -> {
                boolean free = !key.equals(Claiming.OWNER)
                        && judge.find(from.row().record(), key)
                                .filter(field -> takes(field, to, said.set().getOrDefault(key, List.of())))
                                .isPresent();
                if (free) {
                    set.put(key, said.set().getOrDefault(key, List.of()));
                    back.put(key, before);
                    origins.put(key, plan.origins().getOrDefault(key, FileState.FIRST));
                }
            });
        }
        Map<String, List<Long>> removed = plan.refusal().isEmpty() ? plan.body().removed() : Map.of();
        Map<String, List<ItemBody>> added = new LinkedHashMap<>();
        removed.forEach((list, ids) -> ids.forEach(id -> {
            Map<String, List<String>> parts = new LinkedHashMap<>();
            from.state()
                    .items(list)
                    .getOrDefault(id, Map.of())
                    .forEach((part, value) -> parts.put(part, value.parts()));
            added.computeIfAbsent(list, key -> new ArrayList<>()).add(new ItemBody(0, parts));
        }));
        EntryBody here = new EntryBody(
                back,
                Map.of(),
                Map.of(),
                removed,
                "",
                origins,
                null,
                Map.of(),
                sealed.entry().seq());
        EntryBody there = new EntryBody(set, Map.of(), added, Map.of(), "", Map.of(), null, said.told(), null);
        return new Movable(from.row(), sealed.entry(), said, to.row(), here, there);
    }

    private boolean takes(Field field, Loaded to, List<String> wanted) {
        Value own = to.state().value(field.key());
        boolean free = field.change() != ChangeRule.NEVER
                || own.isEmpty()
                || own.parts().equals(wanted);
        return free && attaching.isKept(field, wanted);
    }

    /** Moves what is wanted, the older before the younger. */
    void move(Group whole, Link link, Set<Long> gone, UnmergeWish wish, Actor actor, Instant at) {
        List<Move> wanted = new ArrayList<>(wish.moves());
        while (!wanted.isEmpty()) {
            // What one move does is seen by the next.
            Movable next = movable(whole, link, gone, actor).stream()
                    .filter(one -> wanted.contains(
                            new Move(one.from().number(), one.entry().seq())))
                    .filter(Movable::isMovable)
                    .findFirst()
                    .orElseThrow(() -> new Refusal(
                            CustomerError.NOT_MOVABLE,
                            Map.of(
                                    "number", wanted.getFirst().from().text(),
                                    "entry", Integer.toString(wanted.getFirst().entry()))));
            wanted.remove(new Move(next.from().number(), next.entry().seq()));
            move(whole, link, next, wish, actor, at);
        }
    }

    private void move(Group whole, Link link, Movable one, UnmergeWish wish, Actor actor, Instant at) {
        Tie here = new Tie(link, List.of(), one.entry().seq());
        entries.append(
                whole,
                one.from().fileId(),
                Entry.REASSIGNMENT,
                one.here().tied(here, wish.reason()),
                wish.how(),
                actor,
                at);
        entries.append(
                whole,
                one.to().fileId(),
                Entry.REASSIGNMENT,
                owned(one.there(), one.to(), actor).tied(here, wish.reason()),
                wish.how(),
                actor,
                at);
    }

    /** What is to be said of a file as its own: items under new ids, stored files under its own key. */
    private EntryBody owned(EntryBody body, FileRow to, Actor actor) {
        Map<String, List<String>> set = new LinkedHashMap<>();
        body.set().forEach((key, said) -> set.put(key, attaching.of(to, key, said, actor)));
        int count = body.items().values().stream().mapToInt(List::size).sum();
        List<Long> ids = new ArrayList<>(items.nextIds(count));
        Map<String, List<ItemBody>> fresh = new LinkedHashMap<>();
        body.items()
                .forEach((list, some) -> fresh.put(
                        list,
                        some.stream()
                                .map(item -> new ItemBody(ids.removeFirst(), item.set()))
                                .toList()));
        return new EntryBody(
                set,
                body.raw(),
                fresh,
                body.removed(),
                body.reason(),
                body.origins(),
                body.holder(),
                body.told(),
                body.takesBack());
    }

    /**
     * An entry made while its file was linked.
     *
     * @param here what would take it back where it stands, {@code there} what would say it at the other file
     */
    record Movable(FileRow from, Entry entry, EntryBody said, FileRow to, EntryBody here, EntryBody there) {
        boolean isMovable() {
            return !there.isEmpty();
        }
    }
}
