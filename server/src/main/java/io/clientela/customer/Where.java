package io.clientela.customer;

import io.clientela.kernel.Refusal;
import io.clientela.platform.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a list is narrowed to, as a tree: {@code {"all": […]}} and {@code {"any": […]}} hold others of their kind, and
 * {@code {"field": …, "op": …, "value": …}} is one condition, its value a text or a list of texts.
 */
sealed interface Where {

    /** Everything of it holds; of nothing, everything does. */
    record All(List<Where> of) implements Where {}

    /** At least one of it holds. */
    record Any(List<Where> of) implements Where {}

    record One(Wanted wanted) implements Where {}

    /** As much as somebody can still read. */
    int MOST = 50;

    int DEEPEST = 5;
    int LONGEST = 20_000;

    default Stream<Wanted> conditions() {
        return switch (this) {
            case All all -> all.of().stream().flatMap(Where::conditions);
            case Any any -> any.of().stream().flatMap(Where::conditions);
            case One one -> Stream.of(one.wanted());
        };
    }

    /** Reads a tree; nothing written narrows nothing. Refuses with {@code filter_form} what isn't one. */
    static Where of(String json) {
        if (json.isBlank()) {
            return new All(List.of());
        }
        if (json.length() > LONGEST) {
            throw malformed();
        }
        try {
            int[] left = {MOST};
            return read(Json.read(json, JsonNode.class), 1, left);
        } catch (JacksonException e) {
            throw malformed();
        }
    }

    private static Where read(JsonNode node, int depth, int[] left) {
        if (node == null || !node.isObject() || depth > DEEPEST) {
            throw malformed();
        }
        if (node.has("all")) {
            return new All(each(node.path("all"), depth, left));
        }
        if (node.has("any")) {
            return new Any(each(node.path("any"), depth, left));
        }
        if (--left[0] < 0) {
            throw malformed();
        }
        return new One(one(node));
    }

    private static List<Where> each(JsonNode nodes, int depth, int[] left) {
        if (!nodes.isArray()) {
            throw malformed();
        }
        List<Where> all = new ArrayList<>();
        nodes.forEach(node -> all.add(read(node, depth + 1, left)));
        return all;
    }

    private static Wanted one(JsonNode node) {
        JsonNode value = node.path("value");
        List<String> values = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(each -> values.add(text(each)));
        } else if (!value.isMissingNode() && !value.isNull()) {
            values.add(text(value));
        }
        return Wanted.of(text(node.path("field")), text(node.path("op")), values)
                .filter(wanted -> wanted.values().stream().noneMatch(String::isEmpty))
                .orElseThrow(Where::malformed);
    }

    /** PostgreSQL has no text with a zero in it. */
    private static String text(JsonNode node) {
        if (!node.isString() && !node.isNumber() && !node.isBoolean()) {
            throw malformed();
        }
        return node.asString().replace("\0", "").strip();
    }

    private static Refusal malformed() {
        return new Refusal(CustomerError.FILTER_FORM);
    }
}
