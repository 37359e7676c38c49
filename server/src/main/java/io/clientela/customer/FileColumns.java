package io.clientela.customer;

import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import java.sql.Types;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which column of {@code customer.file} holds a core field, and how; read from the catalogue, so that there is no second list. */
@Component
public final class FileColumns {

    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final List<String> keys;
    private final List<String> cards;

    FileColumns() {
        Set<String> ofCards = new TreeSet<>();
        for (String record : List.of(Catalogue.INDIVIDUAL, Catalogue.ENTERPRISE)) {
            for (Field field : Catalogue.shipped().fields(record)) {
                kind(field).ifPresent(kind -> add(field, kind));
                if (field.type() == FieldType.CARD) {
                    ofCards.add(field.key());
                }
            }
        }
        keys = List.copyOf(kinds.keySet());
        cards = List.copyOf(ofCards);
    }

    private void add(Field field, Kind kind) {
        Kind known = kinds.putIfAbsent(field.key(), kind);
        if (known != null && known != kind) {
            throw new IllegalStateException("two record types keep " + field.key() + " in different ways");
        }
    }

    /** How a value of this field is kept; empty for a list, which is kept elsewhere. */
    static Optional<Kind> kind(Field field) {
        if (field.type() == FieldType.LIST) {
            return Optional.empty();
        }
        if (field.sealed()) {
            return Optional.of(Kind.SEALED);
        }
        return Optional.of(
                switch (field.type()) {
                    case DATE -> Kind.DATE;
                    case NUMBER, MONEY -> Kind.NUMBER;
                    case CHOICES -> Kind.TEXTS;
                    default -> Kind.TEXT;
                });
    }

    /** Field keys in a fixed order, which is also the name of the column. */
    public List<String> keys() {
        return keys;
    }

    public Optional<Kind> kind(String key) {
        return Optional.ofNullable(kinds.get(key));
    }

    Map<String, Kind> kinds() {
        return Collections.unmodifiableMap(kinds);
    }

    /** Of these, what is kept of a card: a photo is no part of a row that is only listed, so it is read when a file is opened. */
    List<String> cards() {
        return cards;
    }

    String list() {
        return keys().stream().collect(Collectors.joining(", "));
    }

    /** How a column keeps its value. */
    public enum Kind {
        TEXT(Types.VARCHAR),
        TEXTS(Types.ARRAY),
        DATE(Types.DATE),
        NUMBER(Types.NUMERIC),
        SEALED(Types.BINARY);

        private final int sqlType;

        Kind(int sqlType) {
            this.sqlType = sqlType;
        }

        /** As {@link java.sql.Types} has it. */
        int sqlType() {
            return sqlType;
        }
    }
}
