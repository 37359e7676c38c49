package io.clientela.fields.web;

import io.clientela.fields.Offered;
import io.clientela.fields.web.Given.TextsBody;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Visibility;
import io.clientela.kit.fields.CodeLists;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.Field.ChangeRule;
import io.clientela.kit.fields.Field.Grade;
import io.clientela.kit.fields.Field.Mask;
import io.clientela.kit.fields.Field.Search;
import io.clientela.kit.fields.Field.Sensitivity;
import io.clientela.kit.fields.FieldType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A field as a request declares it. */
record FieldBody(
        @Nullable String record,
        @Nullable String key,
        @Nullable String type,
        @Nullable TextsBody label,
        @Nullable TextsBody explanation,
        @Nullable TextsBody example,
        @Nullable List<@Nullable String> synonyms,
        @Nullable String codeList,
        @Nullable String rule,
        @Nullable String grade,
        @Nullable String sensitivity,
        @Nullable String mask,
        @Nullable Boolean sealed,
        @Nullable Boolean unique,
        @Nullable String search,
        @Nullable Boolean sortable,
        @Nullable Boolean filterable,
        @Nullable String change,
        @Nullable Integer maxLength,
        @Nullable String section,
        @Nullable List<@Nullable SightBody> sights) {

    /** What one role is to see of the field; without {@code read} the catalogue decides. */
    record SightBody(
            @Nullable String role,
            @Nullable String read,
            @Nullable Boolean write,
            @Nullable String export) {}

    Field field() {
        return field(Given.line(record), Given.line(key));
    }

    Field field(String ofRecord, String called) {
        FieldType kind = Given.word(FieldType.class, type, FieldType.TEXT, "type");
        Optional<Offered> offered = Offered.of(kind);
        return new Field(
                ofRecord,
                called,
                kind,
                Given.texts(label),
                Given.texts(explanation),
                Given.texts(example),
                Given.lines(synonyms),
                kind == FieldType.REGION ? CodeLists.REGION : Given.line(codeList),
                rule == null ? offered.map(one -> one.rules().getFirst()).orElse("text") : Given.line(rule),
                Given.word(Grade.class, grade, Grade.OPTIONAL, "grade"),
                Given.word(Sensitivity.class, sensitivity, Sensitivity.NORMAL, "sensitivity"),
                Given.word(Mask.class, mask, Mask.ALL, "mask"),
                // Name and checksum of a file are as telling as its content.
                kind == FieldType.FILE || Given.yes(sealed),
                Given.yes(unique),
                Given.word(Search.class, search, Search.NONE, "search"),
                Given.yes(sortable),
                Given.yes(filterable),
                Given.word(ChangeRule.class, change, ChangeRule.AT_ONCE, "change"),
                Objects.requireNonNullElseGet(
                        maxLength, () -> offered.map(Offered::longest).orElse(200)),
                Given.line(section),
                false,
                0);
    }

    Map<String, Optional<FieldRight>> rights() {
        return rights(sights);
    }

    static Map<String, Optional<FieldRight>> rights(@Nullable List<@Nullable SightBody> given) {
        Map<String, Optional<FieldRight>> rights = new HashMap<>();
        if (given != null) {
            for (SightBody sight : given) {
                if (sight == null || sight.role() == null) {
                    throw new Refusal(CommonError.BAD_REQUEST);
                }
                rights.put(sight.role(), right(sight));
            }
        }
        return rights;
    }

    private static Optional<FieldRight> right(SightBody sight) {
        if (sight.read() == null) {
            return Optional.empty();
        }
        Visibility read = Given.word(Visibility.class, sight.read(), Visibility.HIDDEN, "sights");
        Visibility export = Given.word(Visibility.class, sight.export(), Visibility.HIDDEN, "sights");
        return Optional.of(new FieldRight(read, Given.yes(sight.write()), export));
    }
}
