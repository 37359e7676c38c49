package io.clientela.kit.fields;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every field of every record type, each declared once; immutable, so that whoever holds one sees one state of it. */
public final class Catalogue {
    public static final String INDIVIDUAL = "individual";
    public static final String ENTERPRISE = "enterprise";
    public static final String CONTACT = "contact";
    public static final String QUALIFICATION = "qualification";
    public static final String RELATION = "relation";

    /** Who supplied what a row says, who first wrote it down and when: said of an entry, not of a customer. */
    public static final String PROVENANCE = "provenance";

    private final List<RecordType> types;
    private final List<Section> sections;
    private final Map<String, Map<String, Field>> fields;
    private final Map<String, List<Field>> ordered;
    private final Map<String, List<Field>> own;

    private Catalogue(List<RecordType> types, List<Section> sections, Map<String, Map<String, Field>> fields) {
        this.types = List.copyOf(types);
        this.sections = List.copyOf(sections);
        this.fields = fields;
        Map<String, List<Field>> lists = new HashMap<>();
        fields.forEach((record, each) -> lists.put(record, List.copyOf(each.values())));
        this.ordered = Map.copyOf(lists);
        Map<String, List<Field>> added = new HashMap<>();
        lists.forEach((record, each) ->
                added.put(record, each.stream().filter(Field::isOwn).toList()));
        this.own = Map.copyOf(added);
    }

    /** The declarations that come with the product. */
    public static Catalogue shipped() {
        return Shipped.CATALOGUE;
    }

    static Catalogue of(List<Declarations> declared) {
        List<RecordType> types = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        List<Field> all = new ArrayList<>();
        for (Declarations declarations : declared) {
            types.add(declarations.type());
            sections.addAll(declarations.sections());
            all.addAll(declarations.fields());
        }
        return new Catalogue(types, sections, byRecord(types, all));
    }

    /** This catalogue with more fields after its own; a field of the same record and key takes the place of the old one. */
    public Catalogue with(List<Field> more) {
        List<Field> all = new ArrayList<>();
        fields.values().forEach(each -> all.addAll(each.values()));
        all.addAll(more);
        return new Catalogue(types, sections, byRecord(types, all));
    }

    /** This catalogue with the forms of some record types laid out anew; what a layout doesn't name stands behind it. */
    public Catalogue laidOut(List<Layout> layouts) {
        List<Section> grouped = new ArrayList<>(sections);
        List<Field> all = new ArrayList<>();
        Map<String, Layout> byRecord = new HashMap<>();
        layouts.forEach(layout -> byRecord.put(layout.record(), layout));
        fields.forEach((record, each) -> {
            Layout layout = byRecord.get(record);
            all.addAll(layout == null ? each.values() : layout.order(each.values()));
        });
        byRecord.forEach((record, layout) -> {
            List<Section> were = sections(record);
            grouped.removeAll(were);
            grouped.addAll(layout.sections(were, all));
        });
        return new Catalogue(types, grouped, byRecord(types, all));
    }

    private static Map<String, Map<String, Field>> byRecord(List<RecordType> types, List<Field> all) {
        Map<String, Map<String, Field>> fields = new LinkedHashMap<>();
        types.forEach(type -> fields.put(type.key(), new LinkedHashMap<>()));
        for (Field field : all) {
            Map<String, Field> siblings = fields.get(field.record());
            if (siblings == null) {
                throw new IllegalArgumentException("no record type " + field.record());
            }
            siblings.put(field.key(), field);
        }
        return fields;
    }

    public List<RecordType> types() {
        return types;
    }

    /** Record types that are customer files themselves, not items of a list. */
    public List<RecordType> fileTypes() {
        return types.stream().filter(type -> !type.item()).toList();
    }

    public Optional<RecordType> type(String record) {
        return types.stream().filter(type -> type.key().equals(record)).findFirst();
    }

    /** In the order of the form; empty for an unknown record type. */
    public List<Section> sections(String record) {
        return sections.stream()
                .filter(section -> section.record().equals(record))
                .toList();
    }

    /** In declared order; empty for an unknown record type. */
    public List<Field> fields(String record) {
        return ordered.getOrDefault(record, List.of());
    }

    /** Fields a house added to a record type itself, in declared order. */
    public List<Field> ownFields(String record) {
        return own.getOrDefault(record, List.of());
    }

    /** Whether records of this type have lists of items, such as contact persons. */
    public boolean hasLists(String record) {
        return fields(record).stream().anyMatch(field -> field.type() == FieldType.LIST);
    }

    public List<Field> fields() {
        return fields.values().stream().flatMap(each -> each.values().stream()).toList();
    }

    public Optional<Field> find(String record, String key) {
        return Optional.ofNullable(fields.getOrDefault(record, Map.of()).get(key));
    }

    /** The field a column may go to: {@code mobile}, of a list {@code contacts.mobile}, of the provenance {@code provenance.recorded_by}. */
    public Optional<Field> at(String record, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return find(record, path);
        }
        String first = path.substring(0, dot);
        String key = path.substring(dot + 1);
        return first.equals(PROVENANCE)
                ? find(PROVENANCE, key)
                : find(record, first).flatMap(list -> find(list.codeList(), key));
    }

    /** A field that is known to exist; throws {@link IllegalArgumentException} where it doesn't. */
    public Field field(String record, String key) {
        return find(record, key).orElseThrow(() -> new IllegalArgumentException("no field " + record + "." + key));
    }

    /** Read once, when first asked for. */
    private static final class Shipped {
        static final Catalogue CATALOGUE =
                of(List.of(INDIVIDUAL, ENTERPRISE, CONTACT, QUALIFICATION, RELATION, PROVENANCE).stream()
                        .map(Declarations::shipped)
                        .toList());
    }
}
