package io.clientela.exchange.spi;

import io.clientela.kernel.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Gives out rows through the owner's read gate: scope, rights and masks of the person who asks. */
public interface ExportSource {

    /** Whether it gives out records of this kind. */
    boolean covers(String record);

    /** What its exports are called: the text {@code job.<name>}, the beginning of their files, and of their records in JSON. */
    default Named named() {
        return new Named("export", "customers", "customers", "/api/v1/exports");
    }

    /**
     * What of the wish this person takes away in this form, by key with the heading in their language; refuses wished columns
     * that aren't theirs to export or that the form has no place for.
     */
    Map<String, String> columns(Wish wish, Form form, Actor actor);

    /** Every row of the wish in order; cells stand in the order of {@code columns}. */
    void each(Wish wish, List<String> columns, Actor actor, Consumer<List<String>> row);

    /**
     * Every record of the wish in order, by the catalogue's keys: {@code number}, {@code type}, and each field's canonical value,
     * a list of them for a many-valued one, a list of such records for a list; a masked value is an object
     * {@code {"masked": true, "text": …}}.
     */
    void eachRecord(Wish wish, Actor actor, Consumer<Map<String, Object>> record);

    /** Every record of the wish in order as a vCard of the wished columns; values the actor sees masked are not in it. */
    void eachCard(Wish wish, Actor actor, Consumer<String> card);

    /** How records are given out, which decides what of them has a place. */
    enum Form {
        TABLE,
        RECORDS,
        CARDS
    }

    /** What is wanted: like a list, whole, perhaps as of a moment; no {@code columns} means all, an empty {@code where} no tree. */
    record Wish(
            String record,
            String text,
            Map<String, String> filters,
            String where,
            String sort,
            Optional<Instant> asOf,
            List<String> columns,
            String reason) {
        public Wish {
            filters = Map.copyOf(filters);
            columns = List.copyOf(columns);
            // Wishes kept before there were trees and orders have none.
            where = Optional.ofNullable(where).orElse("");
            sort = Optional.ofNullable(sort).orElse("created");
        }

        public Wish(
                String record,
                String text,
                Map<String, String> filters,
                Optional<Instant> asOf,
                List<String> columns,
                String reason) {
            this(record, text, filters, "", "created", asOf, columns, reason);
        }
    }

    /** How exports of a source are called, and the address of the interface below which they are fetched. */
    record Named(String job, String file, String records, String address) {}
}
