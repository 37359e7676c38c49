package io.clientela.customer;

import io.clientela.customer.Link.Pick;
import io.clientela.customer.SurvivorshipRules.Criterion;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Makes one golden record of the states of linked files, field by field. What was picked, or said on the linked record, goes before
 * all else, the later before the earlier; then by the rules. Depends on nothing but what it is given, in no order.
 */
final class Survivorship {

    /** Nothing but a tie is decided by it. */
    private static final String TIE = "oldest";

    private final SurvivorshipRules rules;
    private final long head;
    private final List<Member> members;
    private final Map<String, Pick> picks = new HashMap<>();

    Survivorship(SurvivorshipRules rules, long head, Collection<Member> members, Collection<Pick> picks) {
        this.rules = rules;
        this.head = head;
        this.members = members.stream()
                .sorted(Comparator.comparingLong(Member::fileId))
                .toList();
        picks.stream()
                .sorted(Comparator.comparingLong(Pick::entryId))
                .filter(pick -> this.members.stream().anyMatch(member -> member.fileId == pick.fileId()))
                .forEach(pick -> this.picks.put(pick.field(), pick));
    }

    /** What the group says in these fields, and in its lists: the union of all, what is the same shown once. */
    Golden golden(List<Field> all) {
        Map<String, Field> fields = new HashMap<>();
        all.forEach(field -> fields.put(field.key(), field));
        Map<String, Chosen> chosen = new HashMap<>();
        FileState state = new FileState();
        Map<String, Integer> origins = new HashMap<>();
        for (Field field : all) {
            if (field.type() != FieldType.LIST) {
                choose(field, fields).ifPresent(one -> {
                    chosen.put(field.key(), one);
                    FileState said = one.member().state();
                    state.put(field.key(), said.value(field.key()));
                    Integer origin = said.origin().get(field.key());
                    if (origin != null) {
                        origins.put(field.key(), origin);
                    }
                });
            }
        }
        TreeSet<Shown> items = new TreeSet<>(Comparator.comparingLong(Shown::id));
        Map<String, Long> from = new TreeMap<>();
        chosen.forEach((key, one) -> from.put(key, one.member().fileId()));
        members.forEach(member -> member.state()
                .lists()
                .forEach((list, of) -> of.forEach((id, parts) -> {
                    items.add(new Shown(list, id, parts));
                    from.put(FileState.place(list, id), member.fileId());
                    Integer origin = member.state().origin().get(FileState.place(list, id));
                    if (origin != null) {
                        origins.put(FileState.place(list, id), origin);
                    }
                })));
        items.forEach(item -> state.putItemOnce(item.list(), item.id(), item.parts()));
        state.putOrigin(origins);
        holder().holder().ifPresent(state::putHolder);
        from.values().removeIf(file -> file == head);
        return new Golden(state, chosen, from);
    }

    /** Whose the group is: the head's own, unless somebody has given the linked record on. */
    private FileState holder() {
        return said(Claiming.OWNER)
                .map(Said::member)
                .orElseGet(() -> members.stream()
                        .filter(member -> member.fileId == head)
                        .findFirst()
                        .orElseThrow())
                .state();
    }

    private Optional<Chosen> choose(Field field, Map<String, Field> fields) {
        String key = field.key();
        Optional<Said> said = said(key);
        if (said.isPresent()) {
            return Optional.of(new Chosen(said.get().member(), said.get().why()));
        }
        if (key.equals(Claiming.OWNER)) {
            return members.stream()
                    .filter(one -> one.fileId == head)
                    .findFirst()
                    .map(one -> new Chosen(one, "head"));
        }
        Field lead = lead(field, fields);
        if (lead.key().equals(key) || members.stream().noneMatch(one -> one.has(lead.key()))) {
            return best(field);
        }
        // What makes one thing comes from one file, empty places included.
        return choose(lead, fields).filter(best -> best.member().has(key));
    }

    /** The first of the fields that make one thing with this one. */
    private Field lead(Field field, Map<String, Field> fields) {
        return Optional.ofNullable(fields.get(rules.with(field.key()).getFirst()))
                .orElse(field);
    }

    private Optional<Chosen> best(Field field) {
        String key = field.key();
        boolean fixed = field.change() == Field.ChangeRule.NEVER;
        List<Member> able = members.stream().filter(one -> one.has(key)).toList();
        if (able.size() < 2) {
            return able.stream().findFirst().map(one -> new Chosen(one, "only"));
        }
        Optional<Member> own =
                able.stream().filter(one -> fixed && one.fileId == head).findFirst();
        if (own.isPresent()) {
            return own.map(one -> new Chosen(one, "fixed"));
        }
        if (able.stream().map(one -> one.state().value(key)).distinct().count() == 1) {
            // Whoever says more of what makes one thing with it says the same of this.
            Comparator<Member> fullest = Comparator.comparingInt(one -> -one.said(rules.with(key)));
            return able.stream().min(fullest.thenComparing(order(field))).map(one -> new Chosen(one, "same"));
        }
        Member best = able.stream().min(order(field)).orElseThrow();
        return Optional.of(new Chosen(best, why(field, best, able)));
    }

    /** What was said of a field on the linked record, by hand or by choice: the last of it. */
    private Optional<Said> said(String key) {
        Stream<Said> entered = members.stream()
                .filter(one -> one.state().originOf(key) > one.joined
                        && one.state().origin().containsKey(key))
                .map(one -> new Said(one, one.told(key).entryId(), "entered"));
        Stream<Said> picked = Stream.ofNullable(picks.get(key))
                .flatMap(pick -> members.stream()
                        .filter(one -> one.fileId == pick.fileId())
                        .map(one -> new Said(one, pick.entryId(), "picked")));
        return Stream.concat(entered, picked).max(Comparator.comparingLong(Said::entryId));
    }

    private Comparator<Member> order(Field field) {
        Comparator<Member> oldest = Comparator.comparingLong(Member::fileId);
        return rules.of(field).reversed().stream()
                .map(criterion -> by(criterion, field.key()))
                .reduce(oldest, (later, first) -> first.thenComparing(later));
    }

    private Comparator<Member> by(Criterion criterion, String key) {
        return switch (criterion) {
            case VERIFIED -> Comparator.comparing(one -> !one.told(key).verified());
            case TRUST ->
                Comparator.comparingInt(one -> rules.trust(one.told(key).channel()));
            case RECENCY ->
                Comparator.comparing((Member one) -> moment(one.told(key), key)).reversed();
            case COMPLETENESS ->
                Comparator.comparingInt(one -> -one.state().values().size());
            case LONGEST -> Comparator.comparingInt(one -> -one.length(key));
        };
    }

    /** When it was said; the rows of one run were, however long it took, so that which stood first in a file says nothing. */
    private Instant moment(Told told, String key) {
        return told.run().isEmpty()
                ? told.at()
                : members.stream()
                        .map(one -> one.told(key))
                        .filter(other -> other.run().equals(told.run()))
                        .map(Told::at)
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
    }

    /** The first criterion by which the best is before the next best. */
    private String why(Field field, Member best, List<Member> able) {
        String key = field.key();
        Member next = able.stream()
                .filter(one ->
                        !Objects.equals(one.state().value(key), best.state().value(key)))
                .min(order(field))
                .orElseThrow();
        return rules.of(field).stream()
                .filter(criterion -> by(criterion, key).compare(best, next) != 0)
                .map(criterion -> criterion.name().toLowerCase(java.util.Locale.ROOT))
                .findFirst()
                .orElse(TIE);
    }

    /**
     * One file of the group.
     *
     * @param joined its entry with which it came to belong to others; what it said behind that was said on the linked record
     * @param entries the entries its values come from, by number
     */
    record Member(long fileId, FileState state, int joined, Map<Integer, Entry> entries) {

        boolean has(String key) {
            return !state.value(key).isEmpty();
        }

        /** In how many of these fields it says something. */
        int said(List<String> keys) {
            return Math.toIntExact(keys.stream().filter(this::has).count());
        }

        int length(String key) {
            return String.join("", state.value(key).parts()).length();
        }

        private Told told(String key) {
            return Optional.ofNullable(entries.get(state.originOf(key)))
                    .map(entry -> new Told(
                            entry.entryId(),
                            entry.channel(),
                            entry.at(),
                            entry.runId(),
                            entry.kind().equals("verification")))
                    .orElse(Told.NOTHING);
        }
    }

    /** What is known of how a value came. */
    private record Told(long entryId, String channel, Instant at, OptionalLong run, boolean verified) {
        static final Told NOTHING = new Told(0, "", Instant.EPOCH, OptionalLong.empty(), false);
    }

    private record Said(Member member, long entryId, String why) {}

    private record Shown(String list, long id, Map<String, Value> parts) {}

    /** Whose value stands, and by what: a criterion, {@code picked}, {@code entered}, {@code only}, {@code same}, {@code fixed}. */
    record Chosen(Member member, String why) {}

    /** One record made of several; {@code from} names the file of each field and item that isn't the head's own. */
    record Golden(FileState state, Map<String, Chosen> chosen, Map<String, Long> from) {}
}
