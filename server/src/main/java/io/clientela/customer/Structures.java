package io.clientela.customer;

import io.clientela.audit.AuditEvent;
import io.clientela.audit.ReadAudit;
import io.clientela.customer.CustomerGroup.Member;
import io.clientela.customer.GroupSums.Sums;
import io.clientela.customer.GroupTree.Place;
import io.clientela.customer.RelationKind.Circle;
import io.clientela.customer.RelationStore.Relation;
import io.clientela.fields.FieldAccess;
import io.clientela.fields.FieldCatalogue;
import io.clientela.fields.Words;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.FileId;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Visibility;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.CodeItem;
import io.clientela.kit.fields.Field;
import io.clientela.platform.Organisation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How customers stand to each other: their relations, and the households and groups of companies these make. A relation is seen by
 * whoever sees the customer in whose file it stands; of the other one more than the number only by whoever sees that one too.
 */
@Component
public class Structures {

    /** A customer with more relations is shown with the first of them. */
    private static final int MOST = 300;

    private static final Set<String> SAID = Set.of(RelationParts.KIND, RelationParts.CUSTOMER);

    private final Customers customers;
    private final FileStore files;
    private final Loaded.Loader loader;
    private final RelationStore relations;
    private final GroupSums sums;
    private final Rendering rendering;
    private final FieldAccess access;
    private final FieldCatalogue fields;
    private final Words words;
    private final Organisation organisation;
    private final Clock clock;
    private final ReadAudit reads;

    Structures(
            Customers customers,
            FileStore files,
            Loaded.Loader loader,
            RelationStore relations,
            GroupSums sums,
            Rendering rendering,
            FieldAccess access,
            FieldCatalogue fields,
            Words words,
            Organisation organisation,
            Clock clock,
            ReadAudit reads) {
        this.customers = customers;
        this.files = files;
        this.loader = loader;
        this.relations = relations;
        this.sums = sums;
        this.rendering = rendering;
        this.access = access;
        this.fields = fields;
        this.words = words;
        this.organisation = organisation;
        this.clock = clock;
        this.reads = reads;
    }

    /** The kinds a customer of a type may have, as they are offered to choose from; none for an unknown type. */
    public List<RelationKindView> kinds(String record, Actor actor) {
        Field kind = part(RelationParts.KIND);
        return fields.codeLists().find(kind.codeList()).stream()
                .flatMap(list -> list.items().stream())
                .filter(item -> !item.retired())
                .map(CodeItem::code)
                .map(RelationKind::of)
                .filter(one -> one.from().contains(record))
                .map(one -> new RelationKindView(
                        one.code(),
                        label(one.code(), actor),
                        one.circle().map(Circle::key).orElse(null),
                        one.to().stream().sorted().toList()))
                .toList();
    }

    /** The relations of a customer from both sides, those that hold before those that are over, a household or group first. */
    List<RelationView> of(Loaded file, Actor actor) {
        long head = file.row().headId();
        List<Relation> all = relations.seen(List.of(head), actor.scope(), MOST);
        if (all.isEmpty()) {
            return List.of();
        }
        Map<Long, Loaded> others = opened(
                all.stream()
                        .map(one -> one.headId() == head ? one.otherHeadId() : one.headId())
                        .distinct()
                        .toList(),
                actor);
        LocalDate today = today();
        Map<String, RelationView> views = new LinkedHashMap<>();
        for (Relation one : all) {
            boolean own = one.headId() == head;
            Loaded holder = own ? file : others.get(one.headId());
            if (holder != null && isReadable(holder, actor)) {
                Optional<Loaded> other = Optional.ofNullable(own ? others.get(one.otherHeadId()) : holder);
                RelationView view = view(one, own, holder, other, today, actor);
                // Files that are one customer may say the same.
                views.putIfAbsent(view.number() + view.kind() + view.over(), view);
            }
        }
        read(file.row(), "customer.relations_read", views.size(), actor);
        return views.values().stream()
                .sorted(Comparator.comparing(RelationView::over).thenComparingInt(Structures::rank))
                .toList();
    }

    /** Who stands above first, then those below, then everybody else. */
    private static int rank(RelationView view) {
        RelationKind kind = RelationKind.of(view.kind());
        if (kind.above()) {
            return 0;
        }
        return kind.circle().isPresent() ? 1 : 2;
    }

    /** Which of some customers were said to stand in a relation to each other, as far as the reader sees it. */
    List<MergePreview.RelatedTwo> among(List<FileRow> heads, Actor actor) {
        Map<Long, FileRow> rows = new LinkedHashMap<>();
        heads.forEach(row -> rows.put(row.fileId(), row));
        Set<MergePreview.RelatedTwo> related = new LinkedHashSet<>();
        for (Relation one : relations.seen(rows.keySet(), actor.scope(), MOST)) {
            FileRow of = rows.get(one.headId());
            FileRow other = rows.get(one.otherHeadId());
            if (of != null && other != null && isReadable(of.record(), actor)) {
                related.add(new MergePreview.RelatedTwo(
                        of.number().text(),
                        other.number().text(),
                        label(one.kind().code(), actor)));
            }
        }
        return List.copyOf(related);
    }

    private RelationView view(
            Relation one, boolean own, Loaded holder, Optional<Loaded> other, LocalDate today, Actor actor) {
        Map<String, Value> parts = parts(one, holder);
        String code = own ? one.kind().code() : one.kind().inverse();
        return new RelationView(
                number(parts, other),
                other.map(file -> file.row().record()).orElse(null),
                other.flatMap(file -> name(file, actor)).orElse(null),
                code,
                label(code, actor),
                one.kind().circle().map(Circle::key).orElse(null),
                one.isOver(today),
                told(holder, parts, actor),
                holder.row().number().text(),
                one.itemId(),
                mayChange(holder, actor));
    }

    /**
     * The household or the group of companies of a customer; of one who stands alone, only themselves. Refuses with
     * {@code not_found} a customer out of reach and a circle there is none of.
     */
    @Transactional(readOnly = true)
    public CustomerGroup group(CustomerNumber number, String circle, Actor actor) {
        Circle wanted = Circle.of(circle).orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
        Loaded file = customers.opened(number, actor);
        boolean fits = RelationKind.of(wanted).stream()
                .map(RelationKind::of)
                .anyMatch(kind -> kind.from().contains(file.row().record()));
        if (!fits || !isReadable(file, actor)) {
            throw new Refusal(CommonError.NOT_FOUND);
        }
        GroupTree tree = GroupTree.around(file.row().headId(), wanted, actor.scope(), today(), relations);
        List<Place> places = tree.places();
        Map<Long, Loaded> members = opened(places.stream().map(Place::head).toList(), actor);
        members.values().removeIf(member -> !isReadable(member, actor));
        Map<Long, String> numbers = numbers(tree, members);
        Sums added = sums.of(places, members, actor);
        List<Member> shown = new ArrayList<>();
        for (Place place : places) {
            shown.add(member(place, numbers.getOrDefault(place.head(), ""), members, added, actor));
        }
        read(file.row(), "customer.group_read", shown.size(), actor);
        return new CustomerGroup(wanted.key(), shown.getFirst().number(), shown, added.totals(), tree.whole());
    }

    /** Of those out of reach as the files name them that are seen. */
    private static Map<Long, String> numbers(GroupTree tree, Map<Long, Loaded> members) {
        Map<Long, String> numbers = new HashMap<>();
        tree.below().values().stream()
                .flatMap(List::stream)
                .forEach(one -> Optional.ofNullable(members.get(one.headId()))
                        .ifPresent(holder -> numbers.putIfAbsent(
                                one.otherHeadId(), new RelationParts(parts(one, holder)).customer())));
        members.forEach((head, file) -> numbers.put(head, file.row().number().text()));
        return numbers;
    }

    private Member member(Place place, String number, Map<Long, Loaded> members, Sums added, Actor actor) {
        Optional<Loaded> file = Optional.ofNullable(members.get(place.head()));
        Optional<Loaded> holder = place.by().map(one -> members.get(one.headId()));
        Map<String, Value> parts =
                place.by().flatMap(one -> holder.map(own -> parts(one, own))).orElse(Map.of());
        return new Member(
                number,
                place.depth(),
                file.isPresent(),
                file.map(one -> one.row().record()).orElse(null),
                file.flatMap(one -> name(one, actor)).orElse(null),
                place.by()
                        .map(one -> one.kind().above()
                                ? one.kind().inverse()
                                : one.kind().code())
                        .map(code -> label(code, actor))
                        .orElse(null),
                holder.map(own -> told(own, parts, actor)).orElse(Map.of()),
                file.flatMap(one -> cell(one, Lifecycle.STAGE, actor)).orElse(null),
                added.own(place.head()),
                added.with(place.head()));
    }

    /** Those of these customers that are there and in reach, by head. */
    private Map<Long, Loaded> opened(Collection<Long> heads, Actor actor) {
        return loader.open(files.find(new HashSet<>(heads)).stream()
                .filter(row -> row.listed() && InScope.of(actor.scope(), row))
                .toList());
    }

    /** What the item says; nothing where another file of the same customer says the same and is shown instead. */
    private static Map<String, Value> parts(Relation one, Loaded holder) {
        return holder.state().items(RelationParts.LIST).getOrDefault(one.itemId(), Map.of());
    }

    private static String number(Map<String, Value> parts, Optional<Loaded> other) {
        return other.map(file -> file.row().number().text()).orElseGet(() -> new RelationParts(parts).customer());
    }

    private Map<String, Cell> told(Loaded holder, Map<String, Value> parts, Actor actor) {
        Field list = fields.catalogue().field(holder.row().record(), RelationParts.LIST);
        Map<String, Cell> cells = rendering.item(list, parts, Map.of(), actor, Rendering.Purpose.READ);
        cells.keySet().removeAll(SAID);
        return cells;
    }

    private String label(String code, Actor actor) {
        return words.text(part(RelationParts.KIND), code, actor.language());
    }

    private boolean isReadable(Loaded file, Actor actor) {
        return isReadable(file.row().record(), actor);
    }

    private boolean isReadable(String record, Actor actor) {
        return fields.catalogue()
                        .find(record, RelationParts.LIST)
                        .filter(list -> isClear(list, actor))
                        .isPresent()
                && isClear(part(RelationParts.KIND), actor)
                && isClear(part(RelationParts.CUSTOMER), actor);
    }

    private boolean mayChange(Loaded holder, Actor actor) {
        return actor.may(Functions.CUSTOMERS_CHANGE)
                && access.mayWrite(actor, fields.catalogue().field(holder.row().record(), RelationParts.LIST));
    }

    private boolean isClear(Field field, Actor actor) {
        return rendering.visibility(field, actor, Rendering.Purpose.READ) == Visibility.CLEAR;
    }

    private Optional<Cell> name(Loaded file, Actor actor) {
        return cell(file, ContactParts.NAME, actor);
    }

    private Optional<Cell> cell(Loaded file, String key, Actor actor) {
        return fields.catalogue()
                .find(file.row().record(), key)
                .flatMap(field -> rendering.cell(field, file.state().value(key), actor, Rendering.Purpose.READ));
    }

    private Field part(String key) {
        return fields.catalogue().field(Catalogue.RELATION, key);
    }

    private void read(FileRow row, String action, int shown, Actor actor) {
        reads.record(AuditEvent.by(actor, action)
                .about(new FileId(row.fileId()), new FileId(row.headId()))
                .subject(row.number().text())
                .with("shown", shown));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), organisation.zone());
    }
}
