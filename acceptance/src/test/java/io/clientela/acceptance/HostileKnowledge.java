package io.clientela.acceptance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** What was learned from answers so far: what stands in which collection, and values by the name they are given under. */
final class HostileKnowledge {

    private static final int MOST = 40;
    private static final int LONGEST = 120;
    private static final List<String> KEYS = List.of("id", "key", "number", "entry", "code", "name");

    private final Map<String, List<JsonNode>> collections = new LinkedHashMap<>();
    private final Map<String, List<JsonNode>> named = new HashMap<>();
    private final Map<String, String> tags = new HashMap<>();
    private final Canaries canaries;

    HostileKnowledge(Canaries canaries) {
        this.canaries = canaries;
    }

    /** Learns from a good answer; canaries are nobody's to learn, lest they come back as somebody's own values. */
    void learn(String who, String method, String path, RawWire.Answer answer, JsonNode said) {
        if (!answer.header("etag").isEmpty()) {
            tags.put(path, answer.header("etag"));
        }
        if (canaries.sings(said.toString())) {
            learnKeysOnly(who, path, said);
            return;
        }
        items(said).forEach(item -> keepItem(who, path, item));
        if (said.isObject() && !said.has("items")) {
            // What was made belongs to where it was made, what was read or changed to what is above it.
            keepItem(who, method.equals("POST") ? path : path.substring(0, Math.max(0, path.lastIndexOf('/'))), said);
        }
        walk(said);
    }

    private void keepItem(String who, String path, JsonNode item) {
        keep(collections, path, item);
        keep(collections, who + " " + path, item);
    }

    private void learnKeysOnly(String who, String path, JsonNode said) {
        for (JsonNode item : items(said)) {
            key(item, "id").filter(key -> !canaries.sings(key)).ifPresent(key -> {
                tools.jackson.databind.node.ObjectNode bare =
                        tools.jackson.databind.node.JsonNodeFactory.instance.objectNode();
                for (String name : KEYS) {
                    if (item.has(name) && !canaries.sings(item.path(name).asString(""))) {
                        bare.set(name, item.path(name));
                    }
                }
                keepItem(who, path, bare);
            });
        }
        if (said.has("next")) {
            keep(named, "next", said.path("next"));
        }
    }

    private static Iterable<JsonNode> items(JsonNode said) {
        JsonNode items = said.isArray() ? said : said.path("items");
        List<JsonNode> objects = new ArrayList<>();
        items.forEach(item -> {
            if (item.isObject()) {
                objects.add(item);
            }
        });
        return objects;
    }

    private void walk(JsonNode node) {
        node.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (value.isValueNode() && !value.isNull() && value.asString("").length() <= LONGEST) {
                keep(named, entry.getKey(), value);
            }
            walk(value);
        });
        if (node.isArray()) {
            node.forEach(this::walk);
        }
    }

    private static void keep(Map<String, List<JsonNode>> where, String name, JsonNode value) {
        List<JsonNode> known = where.computeIfAbsent(name, one -> new ArrayList<>());
        if (!known.contains(value)) {
            known.add(value);
            if (known.size() > MOST) {
                known.remove(known.size() / 2);
            }
        }
    }

    boolean knows(String collection) {
        return collections.containsKey(collection);
    }

    List<JsonNode> items(String collection) {
        return collections.getOrDefault(collection, List.of());
    }

    /** What somebody has seen there with their own eyes, or else what anybody has. */
    List<JsonNode> items(String who, String collection) {
        return collections.getOrDefault(who + " " + collection, items(collection));
    }

    /** How an item is addressed where the path calls it {@code name}. */
    static Optional<String> key(JsonNode item, String name) {
        if (item.path(name).isValueNode()) {
            return Optional.of(item.path(name).asString(""));
        }
        return KEYS.stream()
                .filter(key -> item.path(key).isValueNode())
                .findFirst()
                .map(key -> item.path(key).asString(""));
    }

    /** A value seen under this name, or the key of something in the collection the name speaks of: {@code upload}, {@code departmentId}. */
    Optional<JsonNode> value(String who, String name, Random random) {
        List<JsonNode> seen = pointed(who + " /", name);
        if (seen.isEmpty() || random.nextInt(4) == 0) {
            seen.addAll(pointed("/", name));
        }
        if (seen.isEmpty()) {
            seen.addAll(named.getOrDefault(name, List.of()));
        }
        return seen.isEmpty() ? Optional.empty() : Optional.of(seen.get(random.nextInt(seen.size())));
    }

    /** Whether a name speaks of things of a collection. */
    boolean points(String name) {
        return !pointed("/", name).isEmpty();
    }

    private List<JsonNode> pointed(String start, String name) {
        List<JsonNode> seen = new ArrayList<>();
        String noun = dashed(name.replaceFirst("Ids?$", ""));
        collections.forEach((path, items) -> {
            if (path.startsWith(start) && (path.endsWith("/" + noun + "s") || path.endsWith("/" + noun))) {
                items.forEach(item -> KEYS.stream()
                        .filter(key -> item.path(key).isValueNode())
                        .findFirst()
                        .ifPresent(key -> seen.add(item.path(key))));
            }
        });
        return seen;
    }

    /** Values seen under exactly this name. */
    List<JsonNode> named(String name) {
        return named.getOrDefault(name, List.of());
    }

    Optional<String> tag(String path) {
        return Optional.ofNullable(tags.get(path));
    }

    private static String dashed(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
    }
}
