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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How customers stand to each other: their relations, and the households and groups of companies these make. A relation is seen by
 * whoever sees one of the two; of the other one more than the number, and what else its file says of the relation, only by whoever sees
 * that one too.
 */
@Component
public class Structures {

    /** Of those that make a group, and of the others, no more are shown, the latest. */
    private static final int MOST = 100;

    private static final Set<String> SAID = Set.of(RelationParts.KIND, RelationParts.CUSTOMER);

    private final Customers customers;
    private final FileStore files;
    private final Loaded.Loader loader;
    private final ItemStore items;
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
            ItemStore items,
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
        this.items = items;
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
    CustomerRelations of(Loaded file, Actor actor) {
        long head = file.row().headId();
        List<Relation> circles = relations.ofCircles(head, MOST + 1);
        List<Relation> others = relations.others(head, MOST + 1);
        List<Relation> all = Stream.of(circles, others)
                .flatMap(each -> each.stream().limit(MOST))
                .sorted(Comparator.comparingLong(Relation::itemId))
                .toList();
        if (all.isEmpty()) {
            return new CustomerRelations(List.of(), true);
        }
        Map<Long, FileRow> rows = named(all.stream()
                .map(one -> one.headId() == head ? one.otherHeadId() : one.headId())
                .toList());
        Map<Long, Map<String, Value>> parts =
                items.parts(all.stream().map(Relation::itemId).toList());
        Map<String, RelationView> views = new LinkedHashMap<>();
        boolean readable = isReadable(file.row().record(), actor);
        for (Relation one : all) {
            boolean own = one.headId() == head;
            FileRow other = Objects.requireNonNull(rows.get(own ? one.otherHeadId() : one.headId()));
            boolean reached = isReached(other, actor);
            if (readable && (own || !reached || isReadable(other.record(), actor))) {
                boolean told = own || reached;
                RelationView view = view(
                        one,
                        own ? file.row() : other,
                        other,
                        reached,
                        told ? parts.getOrDefault(one.itemId(), Map.of()) : Map.of(),
                        actor);
                // Files that are one customer may say the same; the first of them is shown.
                if (views.putIfAbsent(view.number() + view.kind() + view.values(), view) == null && reached) {
                    read(other, "customer.relations_read", file.row(), actor);
                }
            }
        }
        return new CustomerRelations(
                views.values().stream()
                        .sorted(Comparator.comparing(RelationView::over).thenComparingInt(Structures::rank))
                        .toList(),
                circles.size() <= MOST && others.size() <= MOST);
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
        for (Relation one : relations.told(rows.keySet())) {
            FileRow of = Objects.requireNonNull(rows.get(one.headId()));
            FileRow other = Objects.requireNonNull(rows.get(one.otherHeadId()));
            if (isReadable(of.record(), actor)) {
                related.add(new MergePreview.RelatedTwo(
                        of.number().text(),
                        other.number().text(),
                        label(one.kind().code(), actor)));
            }
        }
        return List.copyOf(related);
    }

    private RelationView view(
            Relation one, FileRow holder, FileRow other, boolean reached, Map<String, Value> parts, Actor actor) {
        boolean own = one.headId() != other.fileId();
        String code = own ? one.kind().code() : one.kind().inverse();
        return new RelationView(
                other.number().text(),
                reached ? other.record() : null,
                reached ? cell(other, ContactParts.NAME, actor).orElse(null) : null,
                code,
                label(code, actor),
                one.kind().circle().map(Circle::key).orElse(null),
                one.isOver(today()) && isClear(part(RelationParts.UNTIL), actor),
                told(holder.record(), parts, actor),
                holder.number().text(),
                one.itemId(),
                (own || reached) && mayChange(holder.record(), actor));
    }

    /**
     * The household or the group of companies of a customer; of one who stands alone, only themselves. Refuses with
     * {@code not_found} a customer out of reach and a circle there is none of.
     */
    @Transactional(readOnly = true)
    public CustomerGroup group(CustomerNumber number, String circle, Actor actor) {
        Circle wanted = Circle.of(circle).orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
        Loaded file = customers.opened(number, actor);
        boolean fits = RelationKind.of(wanted, true).stream()
                .map(RelationKind::of)
                .anyMatch(kind -> kind.from().contains(file.row().record()));
        if (!fits || !isReadable(file.row().record(), actor)) {
            throw new Refusal(CommonError.NOT_FOUND);
        }
        GroupTree tree = GroupTree.around(file.row().headId(), wanted, actor.scope(), today(), relations);
        List<Place> places = tree.places();
        Map<Long, FileRow> rows = named(places.stream().map(Place::head).toList());
        Map<Long, Loaded> members = loader.open(
                rows.values().stream().filter(row -> isReached(row, actor)).toList());
        Map<Long, Map<String, Value>> parts = items.parts(places.stream()
                .flatMap(place -> place.by().stream())
                .filter(one -> members.containsKey(one.headId()))
                .map(Relation::itemId)
                .toList());
        Sums added = sums.of(places, members, actor);
        List<Member> shown = new ArrayList<>();
        for (Place place : places) {
            Optional<Loaded> own = Optional.ofNullable(members.get(place.head()));
            String named =
                    Objects.requireNonNull(rows.get(place.head())).number().text();
            shown.add(member(place, named, own, parts, added, actor));
            own.ifPresent(one -> read(one.row(), "customer.group_read", file.row(), actor));
        }
        return new CustomerGroup(wanted.key(), shown.getFirst().number(), shown, added.totals(), tree.whole());
    }

    private Member member(
            Place place,
            String number,
            Optional<Loaded> file,
            Map<Long, Map<String, Value>> parts,
            Sums added,
            Actor actor) {
        return new Member(
                number,
                place.depth(),
                file.isPresent(),
                file.map(one -> one.row().record()).orElse(null),
                file.flatMap(one -> cell(one.row(), ContactParts.NAME, actor)).orElse(null),
                place.by()
                        .map(one -> one.kind().above()
                                ? one.kind().inverse()
                                : one.kind().code())
                        .map(code -> label(code, actor))
                        .orElse(null),
                place.by().map(one -> told(one, parts, actor)).orElse(Map.of()),
                file.flatMap(one -> cell(one.row(), Lifecycle.STAGE, actor)).orElse(null),
                added.own(place.head()),
                added.with(place.head()));
    }

    private Map<Long, FileRow> named(Collection<Long> heads) {
        Map<Long, FileRow> rows = new HashMap<>();
        files.find(new HashSet<>(heads)).forEach(row -> rows.put(row.fileId(), row));
        return rows;
    }

    private static boolean isReached(FileRow row, Actor actor) {
        return row.listed() && InScope.of(actor.scope(), row);
    }

    /** What is said of a member; what its own file says the one above is more precisely isn't. */
    private Map<String, Cell> told(Relation one, Map<Long, Map<String, Value>> parts, Actor actor) {
        Map<String, Cell> cells =
                told(one.kind().from().iterator().next(), parts.getOrDefault(one.itemId(), Map.of()), actor);
        if (one.kind().above()) {
            cells.remove(RelationParts.ROLE);
        }
        return cells;
    }

    private Map<String, Cell> told(String record, Map<String, Value> parts, Actor actor) {
        Field list = fields.catalogue().field(record, RelationParts.LIST);
        Map<String, Cell> cells = rendering.item(list, parts, Map.of(), actor, Rendering.Purpose.READ);
        cells.keySet().removeAll(SAID);
        return cells;
    }

    private String label(String code, Actor actor) {
        return words.text(part(RelationParts.KIND), code, actor.language());
    }

    private boolean isReadable(String record, Actor actor) {
        return fields.catalogue()
                        .find(record, RelationParts.LIST)
                        .filter(list -> isClear(list, actor))
                        .isPresent()
                && isClear(part(RelationParts.KIND), actor)
                && isClear(part(RelationParts.CUSTOMER), actor);
    }

    private boolean mayChange(String record, Actor actor) {
        return actor.may(Functions.CUSTOMERS_CHANGE)
                && access.mayWrite(actor, fields.catalogue().field(record, RelationParts.LIST));
    }

    private boolean isClear(Field field, Actor actor) {
        return rendering.visibility(field, actor, Rendering.Purpose.READ) == Visibility.CLEAR;
    }

    private Optional<Cell> cell(FileRow row, String key, Actor actor) {
        return fields.catalogue()
                .find(row.record(), key)
                .flatMap(field -> rendering.cell(
                        field, row.values().getOrDefault(key, Value.NONE), actor, Rendering.Purpose.READ));
    }

    private Field part(String key) {
        return fields.catalogue().field(Catalogue.RELATION, key);
    }

    private void read(FileRow row, String action, FileRow asked, Actor actor) {
        reads.record(AuditEvent.by(actor, action)
                .about(new FileId(row.fileId()), new FileId(row.headId()))
                .subject(row.number().text())
                .with("other", asked.number().text()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), organisation.zone());
    }
}
