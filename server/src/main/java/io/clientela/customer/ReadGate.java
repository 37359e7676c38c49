package io.clientela.customer;

import io.clientela.audit.AuditEvent;
import io.clientela.audit.ReadAudit;
import io.clientela.customer.Cursors.Position;
import io.clientela.customer.ListStore.Keyed;
import io.clientela.customer.Rendering.Purpose;
import io.clientela.customer.Searching.Found;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Refusal;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import io.clientela.vault.BlindIndex;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.springframework.stereotype.Component;

/** Lists and searches as one reader may see them: record scope, then field right, then mask; every look is audited. */
@Component
public class ReadGate {

    private static final Set<String> SORTS = Set.of("name", "-name", "created", "-created");
    /** The order of a search: best first. */
    private static final String HITS = "hits";

    private static final Position START = new Position("", "", 0, 0);

    private final ListStore lists;
    private final Filters filters;
    private final Searching searching;
    private final Rendering rendering;
    private final Cursors cursors;
    private final ReadAudit audit;
    private final BlindIndex blinds;
    private final Totals totals;

    ReadGate(
            ListStore lists,
            Filters filters,
            Searching searching,
            Rendering rendering,
            Cursors cursors,
            ReadAudit audit,
            BlindIndex blinds,
            Totals totals) {
        this.lists = lists;
        this.filters = filters;
        this.searching = searching;
        this.rendering = rendering;
        this.cursors = cursors;
        this.audit = audit;
        this.blinds = blinds;
        this.totals = totals;
    }

    /** A page of customers in the reader's scope. */
    public ListPage list(ListQuery query, Actor actor) {
        if (!SORTS.contains(query.sort())) {
            throw new Refusal(CustomerError.SORT_NOT_ALLOWED, Map.of("sort", query.sort()));
        }
        Condition filter = filters.of(query, actor);
        String order = query.text().isBlank() ? query.sort() : HITS;
        Position from = query.cursor().isEmpty() ? START : cursors.open(query.cursor(), order);
        ListPage page = query.text().isBlank() ? sorted(query, filter, from, actor) : hits(query, filter, from, actor);
        audit.record(told(query, page, actor));
        return page;
    }

    /** Every row of a query in order, for exports; in pages, so that memory stays bounded. */
    void each(ListQuery query, Actor actor, Consumer<FileRow> consumer) {
        Condition filter = filters.of(query, actor);
        if (!query.text().isBlank()) {
            List<Found> found = searching.search(query.text(), filter, actor);
            if (found.size() > ListStore.CANDIDATES) {
                throw new Refusal(CustomerError.SEARCH_TOO_WIDE);
            }
            inOrder(found.stream().map(Found::fileId).toList()).forEach(consumer);
            return;
        }
        Position from = START;
        while (true) {
            List<Keyed> keyed = lists.page(actor.scope(), filter, "created", from, 1_000);
            inOrder(ids(keyed)).forEach(consumer);
            if (keyed.size() < 1_000) {
                return;
            }
            from = position("created", keyed.getLast());
        }
    }

    private ListPage sorted(ListQuery query, Condition filter, Position from, Actor actor) {
        List<Keyed> keyed = lists.page(actor.scope(), filter, query.sort(), from, query.limit() + 1);
        boolean more = keyed.size() > query.limit();
        List<Keyed> shown = more ? keyed.subList(0, query.limit()) : keyed;
        List<ListPage.Row> rows = rows(ids(shown), Map.of(), actor);
        String next = more ? cursors.seal(position(query.sort(), shown.getLast())) : null;
        return new ListPage(rows, query.cursor().isEmpty() ? total(actor, filter) : null, next);
    }

    private ListPage.Total total(Actor actor, Condition filter) {
        long count = totals.count(actor.scope(), filter);
        return new ListPage.Total(Math.min(count, ListStore.COUNTED), count <= ListStore.COUNTED);
    }

    private ListPage hits(ListQuery query, Condition filter, Position from, Actor actor) {
        List<Found> found = searching.search(query.text(), filter, actor);
        List<Found> ranked = found.subList(0, Math.min(found.size(), ListStore.CANDIDATES));
        int end = Math.min(ranked.size(), from.offset() + query.limit());
        List<Found> shown = ranked.subList(Math.min(from.offset(), end), end);
        Map<Long, Optional<Field>> fieldOf = new HashMap<>();
        shown.forEach(hit -> fieldOf.put(hit.fileId(), hit.field()));
        List<ListPage.Row> rows = rows(shown.stream().map(Found::fileId).toList(), fieldOf, actor);
        String next = end < ranked.size() ? cursors.seal(new Position(HITS, "", 0, end)) : null;
        ListPage.Total total = new ListPage.Total(ranked.size(), found.size() <= ListStore.CANDIDATES);
        return new ListPage(rows, query.cursor().isEmpty() ? total : null, next);
    }

    private static List<Long> ids(List<Keyed> keyed) {
        return keyed.stream().map(Keyed::fileId).toList();
    }

    private List<FileRow> inOrder(List<Long> ids) {
        Map<Long, FileRow> byId = new HashMap<>();
        lists.rows(ids).forEach(row -> byId.put(row.fileId(), row));
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                .toList();
    }

    private static Position position(String sort, Keyed last) {
        return new Position(sort, Base64.getEncoder().encodeToString(last.sort()), last.fileId(), 0);
    }

    private List<ListPage.Row> rows(List<Long> ids, Map<Long, Optional<Field>> hits, Actor actor) {
        Map<String, List<Field>> shown = new HashMap<>();
        return inOrder(ids).stream()
                .map(row -> row(
                        row,
                        shown.computeIfAbsent(row.record(), record -> listed(record, actor)),
                        hits.getOrDefault(row.fileId(), Optional.empty()),
                        actor))
                .toList();
    }

    private ListPage.Row row(FileRow row, List<Field> shown, Optional<Field> hit, Actor actor) {
        Map<String, Cell> cells = rendering.cells(shown, row, row.values(), actor, Purpose.READ);
        return new ListPage.Row(
                row.number().text(),
                row.record(),
                row.version(),
                row.createdAt(),
                cells,
                hit.map(field -> new ListPage.Hit(field.key(), rendering.label(field, actor)))
                        .orElse(null));
    }

    /** Lists show what one searches, sorts and filters by; the rest stands in the file. */
    private List<Field> listed(String record, Actor actor) {
        return rendering.readable(record, actor).stream()
                .filter(field ->
                        !field.sealed() && field.type() != FieldType.LIST && field.type() != FieldType.LONG_TEXT)
                .filter(field -> field.filterable() || field.sortable() || field.search() != Field.Search.NONE)
                .toList();
    }

    private AuditEvent told(ListQuery query, ListPage page, Actor actor) {
        AuditEvent event = AuditEvent.by(actor, query.text().isBlank() ? "customer.listed" : "customer.searched")
                .with("shown", page.items().size())
                .with("filters", String.join(",", query.filters().keySet()));
        return query.text().isBlank()
                ? event
                : event.with("text", blinds.text("search", query.text().strip()));
    }
}
