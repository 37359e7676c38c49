package io.clientela.customer.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is to change: null clears a field; fields not named stay as they are. */
record CustomerChange(
        @Nullable Map<String, JsonNode> values,
        @Nullable Map<String, ListBody> lists,
        @Nullable String reason) {}
