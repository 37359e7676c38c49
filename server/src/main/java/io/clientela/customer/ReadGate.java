package io.clientela.customer;

import io.clientela.audit.AuditEvent;
import io.clientela.audit.ReadAudit;
import io.clientela.customer.Cursors.Position;
import io.clientela.customer.ListStore.Keyed;
import io.clientela.customer.ListStore.Placed;
import io.clientela.customer.Rendering.Purpose;
import io.clientela.customer.Rendering.Shown;
import io.clientela.customer.Searching.Found;
import io.clientela.customer.Searching.Hits;
import io.clientela.customer.Searching.ItemHit;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Refusal;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import io.clientela.vault.BlindIndex;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Lists and searches as one reader may see them: record scope, then field right, then mask; every look is audited. */
@Component
public class ReadGate {

    private static final Set<String> SORTS = Set.of("name", "-name", "created", "-created");
    /** Columns of every list that are no fields. */
    private static final Set<String> OWN_COLUMNS = Set.of("number", "created");

    /** The order of a search: best first. */
    private static final String HITS = "hits";

    private static final int PORTION = 1_000;

    private static final Position START = new Position("", "", 0, 0);

    private final ListStore lists;
    private final Filters filters;
    private final Searching searching;
    private final FieldOrder orders;
    private final Rendering rendering;
    private final Differences differences;
    private final Cursors cursors;
    private final ReadAudit audit;
    private final BlindIndex blinds;
    private final Totals totals;

    ReadGate(
            ListStore lists,
            Filters filters,
            Searching searching,
            FieldOrder orders,
            Rendering rendering,
            Differences differences,
            Cursors cursors,
            ReadAudit audit,
            BlindIndex blinds,
            Totals totals) {
        this.lists = lists;
        this.filters = filters;
        this.searching = searching;
        this.orders = orders;
        this.rendering = rendering;
        this.differences = differences;
        this.cursors = cursors;
        this.audit = audit;
        this.blinds = blinds;
        this.totals = totals;
    }

    /** A page of customers in the reader's scope. */
    public ListPage list(ListQuery query, Actor actor) {
        return page(query, DSL.noCondition(), actor);
    }

    /** The same of files that belong to nobody; what the reader sees of the pool is said by their scope. */
    ListPage unowned(ListQuery query, Actor reader) {
        return page(query, ListStore.UNOWNED, reader);
    }

    private ListPage page(ListQuery query, Condition further, Actor actor) {
        if (!SORTS.contains(query.sort())) {
            orders.field(query.sort(), query.record(), actor);
        }
        Condition filter = filters.of(query, actor).and(further);
        String order = query.text().isBlank() ? query.sort() : HITS;
        Position from = query.cursor().isEmpty() ? START : cursors.open(query.cursor(), order);
        ListPage page = !query.text().isBlank()
                ? hits(query, filter, from, actor)
                : SORTS.contains(query.sort())
                        ? sorted(query, filter, from, actor)
                        : byField(query, filter, from, actor);
        String action = query.text().isBlank() ? "customer.listed" : "customer.searched";
        audit.record(told(action, query, actor).with("shown", page.items().size()));
        return page;
    }

    /** How many customers a list has in the reader's scope; its order and its columns don't matter. */
    public ListPage.Total total(ListQuery query, Actor actor) {
        Condition filter = filters.of(query, actor);
        ListPage.Total total =
                query.text().isBlank() ? total(actor, filter) : found(searching.all(query.text(), filter, actor));
        audit.record(told("customer.counted", query, actor).with("rows", total.count()));
        return total;
    }

    /** Every row of a query in order, for exports; in pages, so that memory stays bounded. */
    void each(ListQuery query, Actor actor, Consumer<FileRow> consumer) {
        if (!query.text().isBlank() || !SORTS.contains(query.sort()) || !ListStore.isOneBranch(actor.scope())) {
            eachId(query, actor, ids -> inOrder(ids, Set.of()).forEach(consumer));
            return;
        }
        Condition filter = filters.of(query, actor);
        List<Placed> page = lists.whole(actor.scope(), filter, query.sort(), START, PORTION);
        while (!page.isEmpty()) {
            page.forEach(placed -> consumer.accept(placed.row()));
            Position from = position(query.sort(), page.getLast().keyed());
            page = page.size() < PORTION ? List.of() : lists.whole(actor.scope(), filter, query.sort(), from, PORTION);
        }
    }

    /** Refuses a query with a filter or an order that isn't the reader's. */
    public void check(ListQuery query, Actor actor) {
        if (!query.sort().isEmpty() && !SORTS.contains(query.sort())) {
            orders.field(query.sort(), query.record(), actor);
        }
        filters.of(query, actor);
    }

    /** Whether the reader may ask for everything the query asks; compares nothing. */
    public boolean mayAsk(ListQuery query, Actor actor) {
        boolean inOrder = query.sort().isEmpty()
                || SORTS.contains(query.sort())
                || orders.maySort(query.sort(), query.record(), actor);
        return inOrder && filters.mayAsk(query, actor);
    }

    /** Whether a reader may ask what somebody else asks, and be told all the values it asks for. */
    public boolean mayBeTold(ListQuery query, Actor actor) {
        return mayAsk(query, actor)
                && filters.mayBeTold(query, actor)
                && searching.mayBeTold(query.text().strip(), actor);
    }

    /** Those columns of a list of this type that the reader may see, in their order. */
    public <C> List<C> shown(String record, List<C> columns, Function<C, String> key, Actor actor) {
        Set<String> readable = (record.isEmpty() ? Filters.TYPES : Set.of(record))
                .stream()
                        .flatMap(type -> rendering.readable(type, actor).stream())
                        .map(Field::key)
                        .collect(Collectors.toSet());
        return columns.stream()
                .filter(column -> OWN_COLUMNS.contains(key.apply(column)) || readable.contains(key.apply(column)))
                .toList();
    }

    /** The ids of every row of a query in order, in pages. */
    void eachId(ListQuery query, Actor actor, Consumer<List<Long>> consumer) {
        Condition filter = filters.of(query, actor);
        if (!query.text().isBlank()) {
            Hits hits = searching.all(query.text(), filter, actor);
            if (!hits.all()) {
                throw new Refusal(CustomerError.SEARCH_TOO_WIDE);
            }
            portions(hits.found().stream().map(Found::fileId).toList(), consumer);
            return;
        }
        if (!SORTS.contains(query.sort())) {
            portions(orders.ids(query.sort(), query.record(), filter, false, actor), consumer);
            return;
        }
        Position from = START;
        while (true) {
            List<Keyed> keyed = lists.page(actor.scope(), filter, query.sort(), from, PORTION);
            consumer.accept(ids(keyed));
            if (keyed.size() < PORTION) {
                return;
            }
            from = position(query.sort(), keyed.getLast());
        }
    }

    private static void portions(List<Long> ids, Consumer<List<Long>> consumer) {
        for (int from = 0; from < ids.size(); from += PORTION) {
            consumer.accept(ids.subList(from, Math.min(ids.size(), from + PORTION)));
        }
    }

    private ListPage sorted(ListQuery query, Condition filter, Position from, Actor actor) {
        List<Keyed> keyed = lists.page(actor.scope(), filter, query.sort(), from, query.limit() + 1);
        boolean more = keyed.size() > query.limit();
        List<Keyed> shown = more ? keyed.subList(0, query.limit()) : keyed;
        List<ListPage.Row> rows = rows(query, inOrder(ids(shown), query.columns()), Map.of(), actor);
        String next = more ? cursors.seal(position(query.sort(), shown.getLast())) : null;
        boolean counted = query.counted() && query.cursor().isEmpty();
        return new ListPage(rows, counted ? total(actor, filter) : null, next);
    }

    private ListPage byField(ListQuery query, Condition filter, Position from, Actor actor) {
        List<Long> all = orders.ids(query.sort(), query.record(), filter, from.offset() > 0, actor);
        int end = Math.min(all.size(), from.offset() + query.limit());
        List<Long> shown = all.subList(Math.min(from.offset(), end), end);
        List<ListPage.Row> rows = rows(query, inOrder(shown, query.columns()), Map.of(), actor);
        String next = end < all.size() ? cursors.seal(new Position(query.sort(), "", 0, end)) : null;
        return new ListPage(rows, query.cursor().isEmpty() ? new ListPage.Total(all.size(), true) : null, next);
    }

    private ListPage.Total total(Actor actor, Condition filter) {
        long count = totals.count(actor.scope(), filter);
        return new ListPage.Total(Math.min(count, ListStore.COUNTED), count <= ListStore.COUNTED);
    }

    private ListPage hits(ListQuery query, Condition filter, Position from, Actor actor) {
        int offset = from.offset();
        boolean first = query.cursor().isEmpty();
        Hits hits = first && query.counted()
                ? searching.all(query.text(), filter, actor)
                : searching.search(
                        query.text(),
                        filter,
                        actor,
                        Optional.of(lists.shown(query.columns())),
                        offset + query.limit() + 1);
        List<Found> shown = hits.page(offset, query.limit());
        int end = offset + shown.size();
        Map<Long, Found> byId = new HashMap<>();
        shown.forEach(hit -> byId.put(hit.fileId(), hit));
        List<ListPage.Row> rows = rows(query, read(query, shown, hits), byId, actor);
        String next = end < hits.size() ? cursors.seal(new Position(HITS, "", 0, end)) : null;
        // Where the first page holds them all their number needs no counting.
        boolean known = first && (query.counted() || hits.all());
        return new ListPage(rows, known ? found(hits) : null, next);
    }

    private static ListPage.Total found(Hits hits) {
        return new ListPage.Total(hits.size(), hits.all());
    }

    private static List<Long> ids(List<Keyed> keyed) {
        return keyed.stream().map(Keyed::fileId).toList();
    }

    /** The rows of a page of hits: those found by a number or a whole value weren't read with what finds them. */
    private List<FileRow> read(ListQuery query, List<Found> shown, Hits hits) {
        List<Long> ids = shown.stream().map(Found::fileId).toList();
        Map<Long, FileRow> known = new HashMap<>(hits.rows());
        List<Long> unread = ids.stream().filter(id -> !known.containsKey(id)).toList();
        lists.rows(unread, query.columns()).forEach(row -> known.put(row.fileId(), row));
        return inOrder(ids, known);
    }

    private List<FileRow> inOrder(List<Long> ids, Set<String> keys) {
        Map<Long, FileRow> byId = new HashMap<>();
        lists.rows(ids, keys).forEach(row -> byId.put(row.fileId(), row));
        return inOrder(ids, byId);
    }

    private static List<FileRow> inOrder(List<Long> ids, Map<Long, FileRow> byId) {
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                .toList();
    }

    private static Position position(String sort, Keyed last) {
        return new Position(sort, Base64.getEncoder().encodeToString(last.sort()), last.fileId(), 0);
    }

    private List<ListPage.Row> rows(ListQuery query, List<FileRow> rows, Map<Long, Found> hits, Actor actor) {
        Map<String, List<Shown>> shown = new HashMap<>();
        return rows.stream()
                .map(row -> row(
                        row,
                        shown.computeIfAbsent(row.record(), record -> listed(query, record, actor)),
                        Optional.ofNullable(hits.get(row.fileId())),
                        actor))
                .toList();
    }

    private ListPage.Row row(FileRow row, List<Shown> shown, Optional<Found> hit, Actor actor) {
        Map<String, Cell> cells = rendering.cells(shown, row, row.values(), actor);
        return new ListPage.Row(
                row.number().text(),
                row.record(),
                row.version(),
                row.createdAt(),
                cells,
                hit.flatMap(found -> found.field().map(field -> hit(found, field, actor)))
                        .orElse(null));
    }

    /** An item is called by what the reader sees of it. */
    private ListPage.Hit hit(Found found, Field field, Actor actor) {
        return new ListPage.Hit(
                field.key(),
                rendering.label(field, actor),
                found.why().name().toLowerCase(Locale.ROOT),
                found.item()
                        .map(item -> differences.name(field, item.parts(), actor))
                        .filter(name -> !name.isEmpty())
                        .orElse(null),
                found.item()
                        .map(ItemHit::part)
                        .filter(part -> part.search() != Field.Search.NAME)
                        .map(part -> rendering.label(part, actor))
                        .orElse(null));
    }

    /** Lists show what one searches, sorts and filters by; the rest stands in the file. */
    private List<Shown> listed(ListQuery query, String record, Actor actor) {
        return rendering.shown(record, actor, Purpose.READ).stream()
                .filter(shown -> query.shows(shown.field().key()) && isListed(shown.field()))
                .toList();
    }

    private static boolean isListed(Field field) {
        return !field.sealed()
                && field.type() != FieldType.LIST
                && field.type() != FieldType.LONG_TEXT
                && (field.filterable() || field.sortable() || field.search() != Field.Search.NONE);
    }

    private AuditEvent told(String action, ListQuery query, Actor actor) {
        AuditEvent event = AuditEvent.by(actor, action)
                .with(
                        "filters",
                        Stream.concat(
                                        query.filters().keySet().stream(),
                                        Where.of(query.where()).conditions().map(Wanted::key))
                                .collect(Collectors.joining(",")));
        return query.text().isBlank()
                ? event
                : event.with("text", blinds.text("search", query.text().strip()));
    }
}
