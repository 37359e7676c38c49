package io.clientela.customer;

import io.clientela.customer.FileColumns.Kind;
import io.clientela.kit.fields.Field;
import io.clientela.platform.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/**
 * Where the value of a field stands in {@code customer.file f}, as SQL: a core field has a column, one of the house's own an entry
 * of {@code f.custom} under its lasting id. Whoever filters, sorts, ranks or indexes by a field asks here and nowhere else.
 */
final class FieldPlace {

    private final Field field;
    private final Kind kind;

    private FieldPlace(Field field, Kind kind) {
        this.field = field;
        this.kind = kind;
    }

    /**
     * @throws IllegalArgumentException for a list, whose items are rows of their own
     */
    static FieldPlace of(Field field) {
        return new FieldPlace(
                field,
                FileColumns.kind(field)
                        .orElseThrow(() -> new IllegalArgumentException(field.key() + " is kept in no column")));
    }

    /** The canonical value as text; of a sealed field or one of many values only good for asking whether there is one. */
    org.jooq.Field<String> text() {
        return field.isOwn()
                ? DSL.field("f.custom ->> {0}", String.class, id())
                : DSL.field(DSL.name("f", field.key()), String.class);
    }

    /**
     * What lists are sorted and ranges compared by, see {@link #bound}: numbers and dates by their value, all else by code points, so that no
     * index depends on a server's collation.
     */
    org.jooq.Field<?> sorted() {
        return switch (kind) {
            case NUMBER ->
                field.isOwn()
                        ? DSL.field("cast(f.custom ->> {0} as numeric)", BigDecimal.class, id())
                        : DSL.field(DSL.name("f", field.key()), BigDecimal.class);
            case DATE ->
                // As text a date of ours is in order as well; made one, it would depend on the session and have no
                // index.
                field.isOwn() ? byCodePoint() : DSL.field(DSL.name("f", field.key()), LocalDate.class);
            default -> byCodePoint();
        };
    }

    private org.jooq.Field<String> byCodePoint() {
        return DSL.field("({0} collate \"C\")", String.class, text());
    }

    /** A canonical value as {@link #sorted} compares it. */
    org.jooq.Field<?> bound(String canonical) {
        return switch (kind) {
            case NUMBER -> DSL.val(new BigDecimal(canonical));
            case DATE -> field.isOwn() ? DSL.val(canonical) : DSL.val(LocalDate.parse(canonical));
            default -> DSL.val(canonical);
        };
    }

    Condition equal(String canonical) {
        return switch (kind) {
            case NUMBER, DATE -> DSL.condition("{0} = {1}", sorted(), bound(canonical));
            case TEXTS -> has(canonical);
            default -> compared().eq(canonical);
        };
    }

    /** Whether the value is one of these; of a field with a text for a value. */
    Condition among(Collection<String> canonical) {
        return compared().in(canonical);
    }

    /** An index serves only what is compared as it was made; those of core columns go by the database's own order. */
    private org.jooq.Field<String> compared() {
        return field.isOwn() ? byCodePoint() : text();
    }

    Condition atLeast(String canonical) {
        return DSL.condition("{0} >= {1}", sorted(), bound(canonical));
    }

    Condition atMost(String canonical) {
        return DSL.condition("{0} <= {1}", sorted(), bound(canonical));
    }

    Condition above(String canonical) {
        return DSL.condition("{0} > {1}", sorted(), bound(canonical));
    }

    Condition below(String canonical) {
        return DSL.condition("{0} < {1}", sorted(), bound(canonical));
    }

    /** Whether this is one of the codes of a field with several. One that was declared for a single code before holds it bare. */
    private Condition has(String code) {
        return field.isOwn()
                ? DSL.condition("{0} @> cast({1} as jsonb)", whole(), DSL.val(Json.write(code)))
                : DSL.condition(
                        // A text of Java is a varchar, whose arrays aren't compared with those of text.
                        "{0} @> cast({1} as text[])",
                        DSL.field(DSL.name("f", field.key()), String[].class), DSL.val(new String[] {code}));
    }

    Condition empty() {
        return kind == Kind.TEXTS && !field.isOwn()
                ? DSL.condition("coalesce(cardinality({0}), 0) = 0", DSL.field(DSL.name("f", field.key())))
                : text().isNull();
    }

    /** The entry of {@code custom} as it is, which an index of several codes is made of. */
    org.jooq.Field<?> whole() {
        return DSL.field("(f.custom -> {0})", id());
    }

    private org.jooq.Field<String> id() {
        return DSL.inline(Long.toString(field.id()));
    }
}
