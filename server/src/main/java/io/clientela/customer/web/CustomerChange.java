package io.clientela.customer.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is to change: null clears a field; fields not named stay as they are. */
record CustomerChange(
        @Schema(example = "{\"occupation\": \"教师\"}") @Nullable
        Map<String, JsonNode> values,

        @Schema(example = "{}") @Nullable Map<String, ListBody> lists,
        @Nullable String reason) {}
