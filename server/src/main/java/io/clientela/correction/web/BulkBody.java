package io.clientela.correction.web;

import io.clientela.correction.BulkWish;
import io.clientela.correction.FieldChange;
import io.clientela.correction.FieldChange.Action;
import io.clientela.customer.ListQuery;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which files — by number, or the hits of a query — and what to change in them. */
record BulkBody(
        @Nullable List<String> numbers,
        @Nullable QueryBody query,
        @NotNull List<ChangeBody> changes,
        @Nullable String reason) {

    /** A list as it is shown. */
    record QueryBody(
            @Schema(example = "individual") @Nullable String type,
            @Nullable @Size(max = 1_000) String q,
            @Nullable Map<String, String> filter,
            @Nullable JsonNode where) {

        private ListQuery query() {
            return ListQuery.whole(
                    Optional.ofNullable(type).orElse(""),
                    Optional.ofNullable(q).orElse(""),
                    Optional.ofNullable(filter).orElse(Map.of()),
                    where == null || where.isNull() ? "" : where.toString(),
                    "created");
        }
    }

    record ChangeBody(
            @Schema(example = "occupation") @NotBlank String field,
            @Schema(example = "set") @NotBlank String action,
            @Schema(example = "[\"教师\"]") @Nullable List<String> values) {

        private FieldChange change() {
            List<String> given = Optional.ofNullable(values).orElse(List.of());
            if (field == null || action == null || given.stream().anyMatch(Objects::isNull)) {
                throw new Refusal(CommonError.BAD_REQUEST);
            }
            try {
                return new FieldChange(field, Action.of(action), given);
            } catch (IllegalArgumentException e) {
                throw new Refusal(CommonError.BAD_REQUEST);
            }
        }
    }

    BulkWish wish() {
        List<String> named = Optional.ofNullable(numbers).orElse(List.of());
        boolean both = !named.isEmpty() && query != null;
        if (both || named.stream().anyMatch(Objects::isNull) || changes.stream().anyMatch(Objects::isNull)) {
            throw new Refusal(CommonError.BAD_REQUEST);
        }
        return new BulkWish(
                named.stream().distinct().toList(),
                Optional.ofNullable(query).map(QueryBody::query),
                changes.stream().map(ChangeBody::change).toList(),
                Optional.ofNullable(reason).orElse(""));
    }
}
