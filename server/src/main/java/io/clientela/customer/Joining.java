package io.clientela.customer;

import io.clientela.customer.Link.Pick;
import io.clientela.customer.MergeWish.Part;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.Field.ChangeRule;
import io.clientela.kit.fields.FieldType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Works out how files would be tied together, and whether somebody may; writes nothing. */
@Component
class Joining {

    /** So many files are one customer at most. */
    static final int MOST = 50;

    /** Numbers of links and entries there aren't yet. */
    private static final long LATER = Long.MAX_VALUE / 2;

    private final FileStore files;
    private final Deciding deciding;

    Joining(FileStore files, Deciding deciding) {
        this.files = files;
        this.deciding = deciding;
    }

    /** Ids of the files a wish names; refuses with not_found a number there isn't. */
    List<Long> named(MergeWish wish) {
        Set<String> numbers = new LinkedHashSet<>();
        wish.parts().forEach(part -> numbers.add(part.number().text()));
        Map<String, FileStore.Named> known = files.idsByNumber(numbers);
        if (!known.keySet().containsAll(numbers)) {
            throw new Refusal(CommonError.NOT_FOUND);
        }
        return known.values().stream().map(FileStore.Named::fileId).toList();
    }

    /**
     * How the groups would be tied together.
     *
     * @param groups those of the files named, with all that belongs to them
     */
    Plan plan(MergeWish wish, Collection<Group> groups, Actor actor) {
        List<Group> parts = groups.stream()
                .sorted((one, other) -> Long.compare(one.headId(), other.headId()))
                .toList();
        check(wish, parts, actor);
        Map<String, Long> ids = new TreeMap<>();
        Map<Long, Loaded> members = new TreeMap<>();
        parts.forEach(group -> group.members().forEach((id, file) -> {
            members.put(id, file);
            ids.put(file.row().number().text(), id);
        }));
        Optional<Long> chosen = Optional.ofNullable(wish.head())
                .map(number -> Optional.ofNullable(ids.get(number.text()))
                        .orElseThrow(() -> new Refusal(CustomerError.MERGE_HEAD, Map.of("number", number.text()))));
        Group leading = parts.stream()
                .filter(group ->
                        chosen.filter(id -> group.members().containsKey(id)).isPresent())
                .findFirst()
                .orElse(parts.getFirst());
        List<Link> fresh = new ArrayList<>();
        for (Group group : parts) {
            if (group.headId() != leading.headId()) {
                fresh.add(new Link(LATER + fresh.size(), group.headId(), leading.headId(), 0, 0, chosen));
            }
        }
        List<Link> links = new ArrayList<>();
        parts.forEach(group -> links.addAll(group.links()));
        List<Link> all = new ArrayList<>(links);
        all.addAll(fresh);
        long head = Link.head(new TreeSet<>(members.keySet()), all);
        Map<Long, List<String>> picked = picked(wish, ids, members, head, actor);
        return new Plan(parts, leading, head, members, links, fresh, picked);
    }

    private static void check(MergeWish wish, List<Group> parts, Actor actor) {
        for (Group group : parts) {
            if (!InScope.of(actor.scope(), group.head())) {
                throw new Refusal(CommonError.NOT_FOUND);
            }
        }
        if (!actor.may(Functions.CUSTOMERS_MERGE) || !actor.may(Functions.CUSTOMERS_CHANGE)) {
            throw new Refusal(CommonError.NO_RIGHT);
        }
        for (Group group : parts) {
            if (!group.head().listed()) {
                throw new Refusal(CustomerError.WITHDRAWN);
            }
        }
        if (parts.stream().map(group -> group.head().record()).distinct().count() > 1) {
            throw new Refusal(CustomerError.MERGE_TYPES);
        }
        if (parts.size() < 2) {
            throw new Refusal(CustomerError.ALREADY_MERGED);
        }
        if (parts.stream().mapToInt(group -> group.members().size()).sum() > MOST) {
            throw new Refusal(CustomerError.MERGE_TOO_MANY, Map.of("most", Integer.toString(MOST)));
        }
        for (Part part : wish.parts()) {
            boolean stale = part.version().isPresent()
                    && parts.stream()
                            .filter(group -> group.members().values().stream()
                                    .anyMatch(file -> file.row().number().equals(part.number())))
                            .anyMatch(group ->
                                    group.head().version() != part.version().getAsLong());
            if (stale) {
                throw new Refusal(
                        CommonError.STALE_VERSION,
                        Map.of("number", part.number().text()));
            }
        }
    }

    /** Fields by the file whose value of them is taken; one need not see a value to take it, but may write the field. */
    private Map<Long, List<String>> picked(
            MergeWish wish, Map<String, Long> ids, Map<Long, Loaded> members, long head, Actor actor) {
        Judge judge = deciding.judge(actor);
        Loaded first = java.util.Objects.requireNonNull(members.get(head));
        String record = first.row().record();
        Map<Long, List<String>> picked = new LinkedHashMap<>();
        List<FieldProblem> problems = new ArrayList<>();
        new TreeMap<>(wish.picks()).forEach((key, number) -> {
            Optional<Field> field = judge.find(record, key).filter(one -> !judge.isHidden(one));
            Optional<Loaded> file = Optional.ofNullable(ids.get(number.text())).map(members::get);
            String code = field.isEmpty() || field.get().type() == FieldType.LIST
                    ? "unknown_field"
                    : file.isEmpty() ? "pick_unknown" : unfit(field.get(), file.get(), first, judge);
            if (code.isEmpty()) {
                picked.computeIfAbsent(file.orElseThrow().row().fileId(), id -> new ArrayList<>())
                        .add(key);
            } else {
                problems.add(Cleaning.problem(key, code));
            }
        });
        if (!problems.isEmpty()) {
            throw new Refusal(CommonError.INVALID_VALUES, Map.of(), problems);
        }
        return picked;
    }

    private static String unfit(Field field, Loaded file, Loaded head, Judge judge) {
        Value value = file.state().value(field.key());
        Value own = head.state().value(field.key());
        if (!judge.mayWrite(field)) {
            return "field_not_writable";
        }
        if (value.isEmpty()) {
            return "pick_empty";
        }
        boolean fixed = field.change() == ChangeRule.NEVER && !own.isEmpty() && !own.equals(value);
        return fixed ? "change_not_allowed" : "";
    }

    /**
     * Groups on their way to be one.
     *
     * @param leading the group the others are tied to
     * @param links those there are
     * @param fresh those to be made, one for each of the other groups
     * @param picked fields by the file whose value is taken
     */
    record Plan(
            List<Group> groups,
            Group leading,
            long head,
            Map<Long, Loaded> members,
            List<Link> links,
            List<Link> fresh,
            Map<Long, List<String>> picked) {

        /** The link with which something of a file is picked: that of its group, for the leading group the last. */
        Link linkOf(long file) {
            return groups.stream()
                    .filter(group -> group.members().containsKey(file))
                    .flatMap(group -> fresh.stream().filter(link -> link.fileId() == group.headId()))
                    .findFirst()
                    .orElseGet(fresh::getLast);
        }

        long version() {
            return groups.stream()
                            .mapToLong(group -> group.head().version())
                            .max()
                            .orElseThrow()
                    + 1;
        }

        /** The group as it will be; nothing was said on it yet. */
        Group whole() {
            List<Pick> picks = new ArrayList<>();
            groups.forEach(group -> picks.addAll(group.picks()));
            picked.forEach((file, keys) ->
                    keys.forEach(key -> picks.add(new Pick(linkOf(file).id(), file, key, LATER + picks.size()))));
            List<Link> all = new ArrayList<>(links);
            fresh.forEach(link -> all.add(new Link(
                    link.id(), link.fileId(), link.withId(), next(link.fileId()), next(link.withId()), link.chosen())));
            return new Group(row(head), members, all, picks);
        }

        private int next(long file) {
            return row(file).lastSeq() + 1;
        }

        private FileRow row(long file) {
            return java.util.Objects.requireNonNull(members.get(file)).row();
        }
    }
}
