package io.clientela.access.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.clientela.access.Role;
import io.clientela.access.Role.Reach;
import io.clientela.access.web.RoleView.FieldRightView;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kernel.Visibility;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A role as a request wants it; what is left out stays as it is. What only a view tells (key, label, version, bearers) is read over. */
record RoleBody(
        @Nullable String key,
        @Nullable String label,

        @Schema(example = "{\"zh\": \"外勤\", \"en\": \"Field staff\", \"es\": \"Personal de campo\"}")
        @JsonSetter(contentNulls = Nulls.FAIL)
        @Nullable
        Map<String, String> labels,

        @Nullable String description,
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable Map<String, String> descriptions,

        @Schema(example = "[\"customers.read\"]") @JsonSetter(contentNulls = Nulls.FAIL) @Nullable
        List<String> functions,

        @Schema(example = "own") @Nullable String scope,
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<FieldRightView> fields,
        @Nullable Long version,
        @Nullable Integer bearers,
        @Nullable Boolean fixed) {

    Role role(String called, Optional<Role> before) {
        return new Role(
                called,
                labels == null ? before.map(Role::labels).orElse(Map.of()) : labels,
                descriptions == null ? before.map(Role::descriptions).orElse(Map.of()) : stripped(descriptions),
                functions == null ? before.map(Role::functions).orElse(List.of()) : functions,
                scope == null ? before.map(Role::reach).orElse(Reach.OWN) : word(Reach.class, scope, "scope"),
                fields == null ? before.map(Role::fields).orElse(Map.of()) : rights(fields),
                0);
    }

    private static Map<String, String> stripped(Map<String, String> texts) {
        Map<String, String> kept = new HashMap<>();
        texts.forEach((language, text) -> kept.put(language, text == null ? "" : text.strip()));
        return kept;
    }

    private static Map<String, FieldRight> rights(List<FieldRightView> given) {
        Map<String, FieldRight> rights = new HashMap<>();
        for (FieldRightView right : given) {
            rights.put(
                    right.target(),
                    new FieldRight(
                            word(Visibility.class, right.read(), "fields"),
                            right.write(),
                            word(Visibility.class, right.export(), "fields")));
        }
        return rights;
    }

    private static <E extends Enum<E>> E word(Class<E> type, @Nullable String text, String field) {
        try {
            return Enum.valueOf(type, String.valueOf(text).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    CommonError.INVALID_VALUES, Map.of(), List.of(new FieldProblem(field, "access_unknown", Map.of())));
        }
    }
}
