package io.clientela.customer.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Changes of a list: items to set (a new one has no id) and ids to remove. */
record ListBody(@Nullable List<ItemBody> set, @Nullable List<Long> remove) {

    record ItemBody(@Nullable Long id, @Nullable Map<String, JsonNode> values) {}
}
