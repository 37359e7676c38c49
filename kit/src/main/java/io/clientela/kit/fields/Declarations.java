package io.clientela.kit.fields;

import io.clientela.kit.fields.Field.ChangeRule;
import io.clientela.kit.fields.Field.Grade;
import io.clientela.kit.fields.Field.Mask;
import io.clientela.kit.fields.Field.Search;
import io.clientela.kit.fields.Field.Sensitivity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What one JSON file declares: a record type, its sections and its fields; what a field doesn't say has the usual value. */
record Declarations(RecordType type, List<Section> sections, List<Field> fields) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    static Declarations shipped(String record) {
        try (InputStream in = Declarations.class.getResourceAsStream(record + ".json")) {
            if (in == null) {
                throw new IllegalStateException("no declarations of " + record);
            }
            return read(JSON.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Declarations read(JsonNode file) {
        String record = file.required("record").stringValue();
        RecordType type = new RecordType(
                record, texts(file.required("label")), file.path("item").booleanValue(false));
        List<Section> sections = new ArrayList<>();
        for (JsonNode section : file.required("sections")) {
            sections.add(new Section(record, section.required("key").stringValue(), texts(section.required("label"))));
        }
        List<Field> fields = new ArrayList<>();
        for (JsonNode field : file.required("fields")) {
            fields.add(field(record, field));
        }
        return new Declarations(type, List.copyOf(sections), List.copyOf(fields));
    }

    private static Field field(String record, JsonNode json) {
        List<String> synonyms = new ArrayList<>();
        json.required("synonyms").forEach(each -> synonyms.add(each.stringValue()));
        return new Field(
                record,
                json.required("key").stringValue(),
                FieldType.valueOf(json.required("type").stringValue()),
                texts(json.required("label")),
                texts(json.required("explanation")),
                texts(json.required("example")),
                synonyms,
                json.path("codeList").stringValue(""),
                json.required("rule").stringValue(),
                one(json, "grade", Grade.OPTIONAL),
                one(json, "sensitivity", Sensitivity.NORMAL),
                one(json, "mask", Mask.ALL),
                json.path("sealed").booleanValue(false),
                json.path("unique").booleanValue(false),
                one(json, "search", Search.NONE),
                json.path("sortable").booleanValue(false),
                json.path("filterable").booleanValue(false),
                one(json, "change", ChangeRule.AT_ONCE),
                json.required("maxLength").intValue(),
                json.required("section").stringValue(),
                json.path("retired").booleanValue(false),
                0,
                json.path("dated").booleanValue(false),
                json.path("derived").booleanValue(false),
                one(json, "matching", Matching.NONE));
    }

    private static <E extends Enum<E>> E one(JsonNode json, String name, E usual) {
        JsonNode given = json.path(name);
        return given.isMissingNode() ? usual : Enum.valueOf(usual.getDeclaringClass(), given.stringValue());
    }

    private static Texts texts(JsonNode json) {
        return new Texts(
                json.required("zh").stringValue(),
                json.required("en").stringValue(),
                json.required("es").stringValue());
    }
}
