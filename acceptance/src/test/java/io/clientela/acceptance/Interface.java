package io.clientela.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The interface as the running product describes it. */
final class Interface {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final JsonNode description;
    private final List<Endpoint> endpoints = new ArrayList<>();

    private Interface(JsonNode description) {
        this.description = description;
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    String name = method.getKey().toUpperCase(Locale.ROOT);
                    if (METHODS.contains(name)) {
                        endpoints.add(endpoint(name, path.getKey(), method.getValue()));
                    }
                }));
    }

    static Interface of(Person reader) {
        return new Interface(reader.get("/api/v1/openapi.json").expect(200).json());
    }

    List<Endpoint> endpoints() {
        return endpoints;
    }

    private Endpoint endpoint(String method, String path, JsonNode said) {
        List<Parameter> parameters = new ArrayList<>();
        said.path("parameters")
                .forEach(each -> parameters.add(new Parameter(
                        each.path("name").asString(""),
                        each.path("in").asString(""),
                        each.path("required").asBoolean(false),
                        each.path("schema"))));
        Optional<Body> body = said.path("requestBody").path("content").properties().stream()
                .findFirst()
                .map(content -> new Body(content.getKey(), content.getValue().path("schema")));
        return new Endpoint(method, path, parameters, body);
    }

    /** A schema with its reference followed. */
    JsonNode resolved(JsonNode schema) {
        JsonNode here = schema;
        for (int i = 0; i < 10 && here.has("$ref"); i++) {
            here = description.at(here.path("$ref").asString("").substring(1));
        }
        return here;
    }

    /** The type a schema names; 3.1 may name several, of which null is the least interesting. */
    String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            for (JsonNode each : type) {
                if (!each.asString("").equals("null")) {
                    return each.asString("");
                }
            }
        }
        if (type.isMissingNode() && schema.has("properties")) {
            return "object";
        }
        return type.asString("");
    }

    /** The example a schema gives, read as JSON where it describes more than a text. */
    Optional<JsonNode> example(JsonNode schema) {
        JsonNode example = schema.has("example")
                ? schema.path("example")
                : schema.path("examples").path(0);
        if (example.isMissingNode()) {
            return Optional.empty();
        }
        boolean structured = Set.of("object", "array", "").contains(type(schema));
        return Optional.of(example.isString() && structured ? JSON.readTree(example.asString("")) : example);
    }

    record Endpoint(String method, String path, List<Parameter> parameters, Optional<Body> body) {

        List<Parameter> in(String place) {
            return parameters.stream().filter(each -> each.in().equals(place)).toList();
        }

        boolean changes() {
            return !method.equals("GET");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    record Parameter(String name, String in, boolean required, JsonNode schema) {}

    record Body(String type, JsonNode schema) {}
}
