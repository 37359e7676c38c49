package io.clientela.customer;

import io.clientela.customer.JournalStore.Sealed;
import io.clientela.customer.Rendering.Purpose;
import io.clientela.customer.Rendering.Shown;
import io.clientela.exchange.spi.ExportSource;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Visibility;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import io.clientela.platform.Ahead;
import io.clientela.platform.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Exported rows come through the read gate: scope, export right and mask of the one who asked. */
@Component
class CustomerExport implements ExportSource {

    private static final String NUMBER = "number";
    /** A file may keep a card with a photo. */
    private static final int OPENED = 200;

    private final ReadGate gate;
    private final Loaded.Loader loader;
    private final JournalStore journal;
    private final Owners owners;
    private final Rendering rendering;
    private final FieldCatalogue fields;
    private final ExportRecords records;
    private final CustomerCards cards;
    private final Messages messages;

    CustomerExport(
            ReadGate gate,
            Loaded.Loader loader,
            JournalStore journal,
            Owners owners,
            Rendering rendering,
            FieldCatalogue fields,
            ExportRecords records,
            CustomerCards cards,
            Messages messages) {
        this.gate = gate;
        this.loader = loader;
        this.journal = journal;
        this.owners = owners;
        this.rendering = rendering;
        this.fields = fields;
        this.records = records;
        this.cards = cards;
        this.messages = messages;
    }

    @Override
    public boolean covers(String record) {
        return !fields.catalogue().fields(record).isEmpty();
    }

    @Override
    public Map<String, String> columns(Wish wish, Form form, Actor actor) {
        if (fields.catalogue().fields(wish.record()).isEmpty()) {
            throw new Refusal(CommonError.BAD_REQUEST);
        }
        wish.asOf().ifPresent(AsOf::kept);
        gate.check(query(wish), actor);
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put(NUMBER, messages.text("customer.number", actor.language(), Map.of()));
        wanted(wish, form, actor).forEach(field -> columns.put(field.key(), rendering.label(field, actor)));
        for (String wanted : wish.columns()) {
            if (!columns.containsKey(wanted)) {
                throw new Refusal(CustomerError.FILTER_NOT_ALLOWED, Map.of("field", wanted));
            }
        }
        return columns;
    }

    /** What is given out, and so what the trail names. */
    private List<Field> wanted(Wish wish, Form form, Actor actor) {
        return fields.catalogue().fields(wish.record()).stream()
                .filter(field -> wish.columns().isEmpty() || wish.columns().contains(field.key()))
                .filter(
                        switch (form) {
                            // What is kept of a card fits into no cell.
                            case TABLE -> field -> field.type() != FieldType.CARD && exportable(field, actor);
                            case RECORDS -> field -> exportable(field, actor);
                            case CARDS -> field -> cards.carries(field, actor);
                        })
                // As they were asked for; where all are, as the catalogue has them.
                .sorted(Comparator.comparingInt(field -> wish.columns().indexOf(field.key())))
                .toList();
    }

    private boolean exportable(Field field, Actor actor) {
        return rendering.visibility(field, actor, Purpose.READ) != Visibility.HIDDEN
                && rendering.visibility(field, actor, Purpose.EXPORT) != Visibility.HIDDEN;
    }

    @Override
    public void each(Wish wish, List<String> columns, Actor actor, Consumer<List<String>> consumer) {
        List<Column> wanted = columns.stream()
                .map(key -> new Column(
                        key,
                        fields.catalogue().find(wish.record(), key).stream()
                                .flatMap(field -> rendering.shown(List.of(field), actor, Purpose.EXPORT).stream())
                                .findFirst()))
                .toList();
        each(wish, actor, file -> consumer.accept(cells(file, file.state(), wanted, actor)));
    }

    @Override
    public void eachRecord(Wish wish, Actor actor, Consumer<Map<String, Object>> consumer) {
        List<Field> wanted = wanted(wish, Form.RECORDS, actor);
        each(wish, actor, file -> consumer.accept(records.of(file.row(), file.state(), wanted, actor)));
    }

    @Override
    public void eachCard(Wish wish, Actor actor, Consumer<String> consumer) {
        List<Field> wanted = wanted(wish, Form.CARDS, actor);
        each(wish, actor, file -> consumer.accept(cards.of(file.row(), file.state(), wanted)));
    }

    /** Files are read and opened ahead of whoever writes them. */
    private void each(Wish wish, Actor actor, Consumer<Loaded> consumer) {
        Ahead.<List<Loaded>>run(
                ahead -> {
                    List<FileRow> batch = new ArrayList<>(OPENED);
                    gate.each(query(wish), actor, row -> {
                        if (row.record().equals(wish.record())) {
                            batch.add(row);
                        }
                        if (batch.size() == OPENED) {
                            ahead.accept(open(batch, wish));
                            batch.clear();
                        }
                    });
                    ahead.accept(open(batch, wish));
                },
                files -> files.forEach(consumer));
    }

    private static ListQuery query(Wish wish) {
        return ListQuery.whole(wish.record(), wish.text(), wish.filters(), wish.where(), wish.sort());
    }

    private List<Loaded> open(List<FileRow> rows, Wish wish) {
        Map<Long, Loaded> files = loader.open(rows);
        return rows.stream()
                .flatMap(row -> Optional.ofNullable(files.get(row.fileId())).stream())
                .flatMap(file -> wish.asOf().isEmpty()
                        ? Stream.of(file)
                        : asOf(file, wish.asOf().get()).stream())
                .toList();
    }

    /** The file as it was, and whose; nothing where there was none or it said nothing. */
    private Optional<Loaded> asOf(Loaded file, Instant moment) {
        List<Sealed> entries = journal.entries(file.row().fileId(), moment);
        FileState state = FileState.fold(entries, file.key());
        return state.values().isEmpty()
                ? Optional.empty()
                : Optional.of(new Loaded(
                        file.row().asOf(entries.getLast().entry(), state, owners.again(state, file.row())),
                        state,
                        file.key()));
    }

    private List<String> cells(Loaded file, FileState state, List<Column> columns, Actor actor) {
        List<String> cells = new ArrayList<>(columns.size());
        for (Column column : columns) {
            cells.add(column.shown()
                    .map(shown -> cell(file, state, shown, actor))
                    .orElseGet(() ->
                            column.key().equals(NUMBER) ? file.row().number().text() : ""));
        }
        return cells;
    }

    private String cell(Loaded file, FileState state, Shown shown, Actor actor) {
        Field field = shown.field();
        if (field.type() == FieldType.LIST) {
            Map<Long, Map<String, Value>> all = state.items(field.key());
            return all.values().stream()
                    .map(item -> rendering.item(field, item, all, actor, Purpose.EXPORT).values().stream()
                            .map(Cell::text)
                            .collect(Collectors.joining(" ")))
                    .collect(Collectors.joining("; "));
        }
        return rendering
                .cell(shown, file.row(), state.values(), actor)
                .map(Cell::text)
                .orElse("");
    }

    /** A column and how the fields behind it are seen, worked out once for all the files. */
    private record Column(String key, Optional<Shown> shown) {}
}
