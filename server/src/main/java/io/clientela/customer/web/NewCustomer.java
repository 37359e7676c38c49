package io.clientela.customer.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A new customer: values are a text, a list of texts or null; lists hold new items. */
record NewCustomer(
        @Schema(example = "individual") @NotBlank String type,

        @Schema(example = "{\"name\": \"李伟\", \"mobile\": \"13800138000\"}") @Nullable
        Map<String, JsonNode> values,

        @Schema(example = "{}") @Nullable Map<String, ListBody> lists,
        @Nullable String reason) {}
