package io.clientela.customer.web;

import jakarta.validation.constraints.NotBlank;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A new customer: values are a text, a list of texts or null; lists hold new items. */
record NewCustomer(
        @NotBlank String type,
        @Nullable Map<String, JsonNode> values,
        @Nullable Map<String, ListBody> lists,
        @Nullable String reason) {}
