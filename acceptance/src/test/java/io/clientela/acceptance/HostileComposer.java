package io.clientela.acceptance;

import io.clientela.acceptance.Interface.Endpoint;
import io.clientela.acceptance.Interface.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes good calls out of the description and of what was learned; nothing in it knows any endpoint by name. */
final class HostileComposer {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DEEPEST = 6;

    private final Interface described;
    private final HostileKnowledge knowledge;
    private final Random random;
    private int made;
    private String who = "";
    private boolean creating;

    HostileComposer(Interface described, HostileKnowledge knowledge, Random random) {
        this.described = described;
        this.knowledge = knowledge;
        this.random = random;
    }

    /**
     * A call as somebody decent would make it.
     *
     * @param spared collection and key of what must not be addressed
     */
    HostileCall good(Endpoint endpoint, String caller, BiPredicate<String, String> spared) {
        who = caller;
        creating = endpoint.method().equals("POST");
        HostileCall call = new HostileCall(endpoint, path(endpoint, spared));
        for (Parameter parameter : endpoint.in("query")) {
            query(call, parameter);
        }
        for (Parameter parameter : endpoint.in("header")) {
            header(parameter, call.path()).ifPresent(value -> call.headers.add(parameter.name() + ": " + value));
        }
        endpoint.body().ifPresent(body -> {
            if (body.type().contains("json")) {
                call.body = Optional.of(body(body.schema(), call));
            } else {
                call.raw = Optional.of(list());
            }
        });
        return call;
    }

    private List<String> path(Endpoint endpoint, BiPredicate<String, String> spared) {
        String[] parts = endpoint.path().split("/");
        return walk(parts, 0, List.of(), spared).orElseGet(() -> guessed(parts));
    }

    /** Goes down the path over things that are known to be there, and back where there are none below. */
    private Optional<List<String>> walk(String[] parts, int at, List<String> done, BiPredicate<String, String> spared) {
        if (at == parts.length) {
            return Optional.of(done);
        }
        if (!parts[at].startsWith("{")) {
            return walk(parts, at + 1, with(done, parts[at]), spared);
        }
        String prefix = String.join("/", done);
        String name = parts[at].substring(1, parts[at].length() - 1);
        List<JsonNode> items =
                new ArrayList<>(random.nextInt(4) == 0 ? knowledge.items(prefix) : knowledge.items(who, prefix));
        java.util.Collections.shuffle(items, random);
        for (JsonNode item : items) {
            Optional<String> key = HostileKnowledge.key(item, name).filter(one -> !spared.test(prefix, one));
            Optional<List<String>> rest = key.flatMap(one -> walk(parts, at + 1, with(done, encoded(one)), spared));
            if (rest.isPresent()) {
                return rest;
            }
        }
        return Optional.empty();
    }

    private List<String> guessed(String[] parts) {
        List<String> done = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            if (part.startsWith("{")) {
                String name = part.substring(1, part.length() - 1);
                String above = camel(parts[i - 1].replaceFirst("s$", ""));
                part = knowledge.named(above).stream()
                        .map(each -> each.asString(""))
                        .filter(each -> !each.isEmpty())
                        .skip(random.nextInt(Math.max(1, knowledge.named(above).size())))
                        .findFirst()
                        .map(HostileComposer::encoded)
                        .orElse(name.equals("number") ? "C1" : name.endsWith("key") ? "prueba" + ++made : "1");
            }
            done.add(part);
        }
        return done;
    }

    private static List<String> with(List<String> done, String part) {
        List<String> more = new ArrayList<>(done);
        more.add(part);
        return more;
    }

    private void query(HostileCall call, Parameter parameter) {
        JsonNode schema = described.resolved(parameter.schema());
        if (described.type(schema).equals("object")) {
            // Filters and the like: any key of the catalogue.
            if (random.nextInt(3) == 0) {
                String key = knowledge
                        .value(who, "key", random)
                        .map(each -> each.asString(""))
                        .orElse("name");
                call.query.add("f." + encoded(key) + random(List.of("", ".not", ".starts", ".empty", ".filled", ".any"))
                        + "=" + encoded(random(List.of("", "a", "1", "2020-01-01..2027-01-01", "es"))));
            }
        } else if (parameter.required() || random.nextInt(3) == 0) {
            String from = parameter.name().equals("cursor") ? "next" : parameter.name();
            Object value = schema.has("default") && random.nextBoolean()
                    ? schema.path("default").asString("")
                    : value(schema, from, 0);
            call.query.add(parameter.name() + "=" + encoded(text(value)));
        }
    }

    private Optional<String> header(Parameter parameter, String path) {
        return switch (parameter.name()) {
            case "If-Match" -> random.nextInt(3) == 0 ? Optional.empty() : knowledge.tag(path);
            case "Idempotency-Key" -> Optional.of("prueba-" + random.nextInt(50));
            default -> Optional.empty();
        };
    }

    /** What is already there is the best example of what may be put there. */
    private Object body(JsonNode schema, HostileCall call) {
        JsonNode resolved = described.resolved(schema);
        int last = call.segments.size() - 1;
        String key = call.segments.get(last);
        String collection = String.join("/", call.segments.subList(0, last));
        Optional<JsonNode> known = knowledge.items(who, collection).stream()
                .filter(item ->
                        HostileKnowledge.key(item, "id").filter(key::equals).isPresent()
                                || item.path("key").asString("").equals(key))
                .findFirst();
        if (call.endpoint.method().equals("PUT") && known.isPresent() && random.nextInt(3) > 0) {
            Map<String, Object> same = new LinkedHashMap<>();
            resolved.path("properties").properties().forEach(property -> {
                JsonNode value = known.get().path(property.getKey());
                if (!value.isMissingNode()) {
                    same.put(property.getKey(), plain(value));
                }
            });
            if (!same.isEmpty()) {
                return same;
            }
        }
        return value(schema, "", 0);
    }

    private Object value(JsonNode given, String name, int depth) {
        JsonNode schema = described.resolved(given);
        Optional<JsonNode> example = described.example(schema);
        if (example.isPresent() && random.nextInt(5) > 0) {
            return plain(example.get());
        }
        if (schema.has("enum")) {
            return plain(
                    schema.path("enum").path(random.nextInt(schema.path("enum").size())));
        }
        for (String several : List.of("anyOf", "oneOf", "allOf")) {
            for (JsonNode each : schema.path(several)) {
                if (!described.type(each).equals("null")) {
                    return value(each, name, depth);
                }
            }
        }
        return switch (described.type(schema)) {
            case "object" -> object(schema, name, depth);
            case "array" -> depth > DEEPEST ? new ArrayList<>() : array(schema, name, depth);
            case "integer", "number" ->
                knowledge
                        .value(who, name, random)
                        .filter(JsonNode::isNumber)
                        .map(HostileComposer::plain)
                        .orElse(1);
            case "boolean" -> random.nextBoolean();
            default -> string(schema, name);
        };
    }

    private Object object(JsonNode schema, String name, int depth) {
        Map<String, Object> made = new LinkedHashMap<>();
        if (depth > DEEPEST) {
            return made;
        }
        Set<String> required = new java.util.HashSet<>();
        schema.path("required").forEach(each -> required.add(each.asString("")));
        // All of it, what has an example, or whatever comes.
        int manner = random.nextInt(4);
        schema.path("properties").properties().forEach(property -> {
            boolean shown =
                    described.example(described.resolved(property.getValue())).isPresent();
            boolean taken =
                    manner == 0 || (manner == 1 ? random.nextInt(3) > 0 : shown || knowledge.points(property.getKey()));
            if (taken || required.contains(property.getKey())) {
                made.put(property.getKey(), value(property.getValue(), property.getKey(), depth + 1));
            }
        });
        if (made.isEmpty() && schema.path("additionalProperties").isObject()) {
            String key = knowledge
                    .value(who, "key", random)
                    .map(each -> each.asString(""))
                    .orElse("name");
            made.put(key, value(schema.path("additionalProperties"), name, depth + 1));
        }
        return made;
    }

    private Object array(JsonNode schema, String name, int depth) {
        List<Object> all = new ArrayList<>();
        all.add(value(schema.path("items"), name.replaceFirst("s$", ""), depth + 1));
        return all;
    }

    private Object string(JsonNode schema, String name) {
        switch (schema.path("format").asString("")) {
            case "date-time":
                return "2026-05-10T08:00:00Z";
            case "date":
                return "2026-05-10";
            default:
                break;
        }
        if (name.toLowerCase(java.util.Locale.ROOT).contains("password") || name.equals("current")) {
            return Office.PASSWORD;
        }
        Optional<JsonNode> known = knowledge.value(who, name, random).filter(JsonNode::isString);
        // What is already there may not be there twice; what is new may not be known. Either is right sometimes.
        return known.isPresent() && random.nextInt(3) > (creating ? 1 : 0)
                ? known.get().asString("")
                : "prueba" + ++made;
    }

    /** A list as an office would hand over, one row of it wrong. */
    private byte[] list() {
        int n = ++made;
        return """
                Nombre y apellidos,Documento de identidad,Correo electrónico,Teléfono móvil
                Prueba Uno %d,,prueba%d@example.org,+34 612 %06d
                Prueba Dos %d,12345678A,dos%d@example.org,+34 613 %06d
                """.formatted(n, n, n, n, n, n).getBytes(StandardCharsets.UTF_8);
    }

    /** Maps and lists that can be changed, instead of a tree that can't be hostile. */
    private static Object plain(JsonNode node) {
        return node.isNull() ? new HostileValues.Raw("null") : JSON.treeToValue(node, Object.class);
    }

    private static String text(Object value) {
        return value instanceof String text ? text : HostileJson.write(value);
    }

    private <T> T random(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String camel(String dashed) {
        StringBuilder camel = new StringBuilder();
        for (String part : dashed.split("-")) {
            camel.append(camel.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return camel.toString();
    }
}
