package io.clientela.administration;

import io.clientela.audit.AuditSearch;
import io.clientela.audit.AuditSearch.Item;
import io.clientela.audit.AuditSearch.Query;
import io.clientela.audit.AuditWords;
import io.clientela.audit.AuditWords.Told;
import io.clientela.exchange.spi.ExportSource;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import io.clientela.platform.Messages;
import io.clientela.platform.Organisation;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The audit trail as a file, as far as it is asked for; needs the right to read it when it is asked for and when it is written. */
@Component
class AuditExport implements ExportSource {

    static final String RECORD = "audit";
    private static final List<String> COLUMNS = List.of(
            "id", "at", "actor", "action", "label", "number", "subject", "run", "detail", "origin", "channel",
            "outcome");

    private final AuditSearch trail;
    private final AuditWords words;
    private final Messages messages;
    private final Organisation organisation;

    AuditExport(AuditSearch trail, AuditWords words, Messages messages, Organisation organisation) {
        this.trail = trail;
        this.words = words;
        this.messages = messages;
        this.organisation = organisation;
    }

    @Override
    public boolean covers(String record) {
        return RECORD.equals(record);
    }

    @Override
    public Named named() {
        return new Named("audit_export", "audit", "events", "/api/v1/audit/exports");
    }

    @Override
    public Map<String, String> columns(Wish wish, Form form, Actor actor) {
        if (!actor.may(Functions.AUDIT_READ)) {
            throw new Refusal(CommonError.NO_RIGHT);
        }
        if (form == Form.CARDS || wish.asOf().isPresent() || !wish.columns().isEmpty()) {
            throw new Refusal(CommonError.BAD_REQUEST);
        }
        query(wish);
        Map<String, String> columns = new LinkedHashMap<>();
        COLUMNS.forEach(key -> columns.put(key, messages.text("audit.column." + key, actor.language(), Map.of())));
        return columns;
    }

    @Override
    public void each(Wish wish, List<String> columns, Actor actor, Consumer<List<String>> row) {
        DateTimeFormatter time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT)
                .withZone(organisation.zone());
        trail.each(query(wish), item -> row.accept(cells(item, time, actor.language())));
    }

    private List<String> cells(Item item, DateTimeFormatter time, String language) {
        return List.of(
                Long.toString(item.id()),
                time.format(item.at()),
                item.actorName(),
                item.action(),
                words.action(item, language),
                item.number(),
                words.subject(item.subject(), language).orElse(item.subject()),
                item.run() == 0 ? "" : Long.toString(item.run()),
                words.details(item, language).stream().map(AuditExport::text).collect(Collectors.joining("; ")),
                item.origin(),
                messages.text("audit.channel." + item.channel(), language, Map.of()),
                messages.text("audit.outcome." + item.outcome(), language, Map.of()));
    }

    private static String text(Told told) {
        return told.label() + ": " + told.value();
    }

    /** As the interface shows a row. */
    @Override
    public void eachRecord(Wish wish, Actor actor, Consumer<Map<String, Object>> record) {
        trail.each(query(wish), item -> {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("id", item.id());
            values.put("at", item.at().toString());
            values.put("actor", Map.of("id", item.actorId(), "name", item.actorName()));
            values.put("action", item.action());
            values.put("number", item.number());
            values.put("subject", item.subject());
            values.put("run", item.run());
            values.put("detail", item.detail());
            values.put("origin", item.origin());
            values.put("channel", item.channel());
            values.put("outcome", item.outcome());
            record.accept(values);
        });
    }

    @Override
    public void eachCard(Wish wish, Actor actor, Consumer<String> card) {
        throw new Refusal(CommonError.BAD_REQUEST);
    }

    private Query query(Wish wish) {
        return Query.asked(wish.filters(), organisation.zone(), Long.MAX_VALUE, AuditSearch.MOST);
    }
}
