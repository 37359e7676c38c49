package io.clientela.fields;

import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.CodeLists;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.Field.ChangeRule;
import io.clientela.kit.fields.Field.Grade;
import io.clientela.kit.fields.Field.Search;
import io.clientela.kit.fields.FieldType;
import io.clientela.kit.fields.RecordType;
import io.clientela.kit.fields.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a field must be to be kept; each rule says what is wrong and where. */
final class FieldRules {

    static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{0,59}");

    private static final int LONGEST_LABEL = 60;
    private static final int LONGEST_TEXT = 500;
    private static final int MOST_SYNONYMS = 50;
    private static final Set<FieldType> UNIQUE = Set.of(FieldType.TEXT, FieldType.PHONE, FieldType.EMAIL);

    /** Names under which a file says what is no field of it, in the interface, in exports and in filters. */
    private static final Set<String> TAKEN = Set.of(
            "number",
            "type",
            "version",
            "status",
            "created_at",
            "import_run",
            "updated_at",
            "created_by",
            "updated_by",
            "department",
            "department_id",
            "owner_id",
            "values",
            "lists",
            "q",
            "sort",
            "cursor",
            "limit",
            "record",
            "field",
            "id");

    private final Catalogue catalogue;
    private final CodeLists lists;
    private final List<FieldProblem> problems = new ArrayList<>();

    private FieldRules(Catalogue catalogue, CodeLists lists) {
        this.catalogue = catalogue;
        this.lists = lists;
    }

    /** Why this field can't be added; empty when it can. */
    static List<FieldProblem> ofNew(Field field, Edition edition) {
        FieldRules rules = new FieldRules(edition.catalogue(), edition.codeLists());
        rules.key(field);
        rules.words(field);
        rules.kind(field);
        rules.place(field);
        return rules.problems;
    }

    /** Why a field can't become this; {@code hasValues} says whether anything was ever said of it. */
    static List<FieldProblem> ofChange(Field before, Field after, boolean hasValues, Edition edition) {
        FieldRules rules = new FieldRules(edition.catalogue(), edition.codeLists());
        rules.words(after);
        if (before.isOwn()) {
            rules.kind(after);
            if (hasValues) {
                rules.lasting(before, after);
            }
        } else {
            rules.shipped(before, after);
        }
        return rules.problems;
    }

    /** A key is for ever: no field, retired or not and of whatever record type of the product, has it. */
    private void key(Field field) {
        boolean shipped =
                Catalogue.shipped().fields().stream().anyMatch(one -> one.key().equals(field.key()));
        if (!KEY.matcher(field.key()).matches()) {
            problem("key", "field_key_form");
        } else if (catalogue.find(field.record(), field.key()).isPresent()) {
            problem("key", "field_key_taken");
        } else if (shipped || TAKEN.contains(field.key())) {
            problem("key", "field_key_reserved");
        }
    }

    private void words(Field field) {
        each(field.label()).forEach((language, label) -> {
            if (field.label().blank()) {
                problem("label." + language, "field_label_missing");
            } else if (label.length() > LONGEST_LABEL) {
                tooLong("label." + language, LONGEST_LABEL);
            } else {
                twin(field, language)
                        .ifPresent(other -> problems.add(new FieldProblem(
                                "label." + language, "field_label_taken", Map.of("key", other.key()))));
            }
        });
        each(field.explanation()).forEach((language, text) -> shortEnough("explanation." + language, text));
        each(field.example()).forEach((language, text) -> shortEnough("example." + language, text));
        if (field.synonyms().size() > MOST_SYNONYMS) {
            problems.add(
                    new FieldProblem("synonyms", "field_too_many", Map.of("most", Integer.toString(MOST_SYNONYMS))));
        }
        field.synonyms().stream()
                .filter(synonym -> synonym.length() > LONGEST_LABEL)
                .findFirst()
                .ifPresent(long1 -> tooLong("synonyms", LONGEST_LABEL));
    }

    /** Two columns of one heading couldn't be told apart. */
    private Optional<Field> twin(Field field, String language) {
        String label = field.label().in(language);
        return catalogue.fields(field.record()).stream()
                .filter(other -> !other.key().equals(field.key()) && !other.retired())
                .filter(other -> other.label().in(language).strip().equalsIgnoreCase(label.strip()))
                .findFirst();
    }

    private void shortEnough(String place, String text) {
        if (text.length() > LONGEST_TEXT) {
            tooLong(place, LONGEST_TEXT);
        }
    }

    /** What its type allows. */
    private void kind(Field field) {
        Optional<Offered> offered = Offered.of(field.type());
        if (offered.isEmpty()) {
            problem("type", "field_type_not_offered");
            return;
        }
        Offered kind = offered.get();
        if (!kind.rules().contains(field.rule())) {
            problem("rule", "field_rule_unfit");
        }
        if (!kind.searches().contains(field.search())) {
            problem("search", "field_search_unfit");
        }
        if (field.maxLength() < 1 || field.maxLength() > kind.longest()) {
            problems.add(new FieldProblem(
                    "maxLength", "field_length_out_of_range", Map.of("most", Integer.toString(kind.longest()))));
        }
        if (field.sortable() && !kind.ordered()) {
            problem("sortable", "field_not_for_type");
        }
        if (field.filterable() && !kind.compared()) {
            problem("filterable", "field_not_for_type");
        }
        if (field.unique() && !UNIQUE.contains(field.type())) {
            problem("unique", "field_not_for_type");
        }
        if (field.change() == ChangeRule.NEEDS_APPROVAL) {
            problem("change", "field_not_offered");
        }
        list(field);
        file(field);
        sealed(field);
        item(field);
    }

    private void list(Field field) {
        boolean choice = field.type() == FieldType.CHOICE || field.type() == FieldType.CHOICES;
        if (choice
                && (field.codeList().equals(CodeLists.REGION)
                        || lists.find(field.codeList()).isEmpty())) {
            problem("codeList", "field_list_missing");
        }
    }

    /** A customer must be there before a file is handed over for them. */
    private void file(Field field) {
        if (field.type() != FieldType.FILE) {
            return;
        }
        if (field.grade() == Grade.REQUIRED) {
            problem("grade", "field_not_for_type");
        }
        if (!field.sealed()) {
            problem("sealed", "field_not_for_type");
        }
        if (catalogue.type(field.record()).filter(RecordType::item).isPresent()) {
            problem("type", "field_type_not_in_lists");
        }
    }

    /** Of a sealed value nothing stands in the database that could be searched in part, put in order or compared. */
    private void sealed(Field field) {
        if (!field.sealed()) {
            return;
        }
        boolean found = field.unique() || field.search() == Search.EXACT;
        if (field.type() == FieldType.CHOICES) {
            problem("sealed", "field_not_for_type");
        }
        if (field.search() != Search.NONE && field.search() != Search.EXACT) {
            problem("search", "field_sealed");
        }
        if (field.sortable()) {
            problem("sortable", "field_sealed");
        }
        // Whether there is a file stands in clear.
        if (field.filterable() && !found && field.type() != FieldType.FILE) {
            problem("filterable", "field_sealed");
        }
    }

    /** Lists show files, so an item of a file's list is no column of them; its values are kept in clear. */
    private void item(Field field) {
        if (catalogue.type(field.record()).filter(RecordType::item).isEmpty()) {
            return;
        }
        if (field.sealed()) {
            problem("sealed", "field_not_in_lists");
        }
        if (field.unique()) {
            problem("unique", "field_not_in_lists");
        }
        if (field.sortable()) {
            problem("sortable", "field_not_in_lists");
        }
        if (field.filterable()) {
            problem("filterable", "field_not_in_lists");
        }
        if (field.search() == Search.EXACT) {
            problem("search", "field_not_in_lists");
        }
    }

    private void place(Field field) {
        boolean known = catalogue.sections(field.record()).stream()
                .anyMatch(section -> section.key().equals(field.section()));
        if (!known) {
            problem("section", "field_section_unknown");
        }
    }

    /** What values lean on. */
    private void lasting(Field before, Field after) {
        if (!Offered.mayBecome(before.type(), after.type())) {
            problem("type", "field_has_values");
        }
        if (before.sealed() != after.sealed()) {
            problem("sealed", "field_has_values");
        }
        if (before.type() == after.type() && !before.codeList().equals(after.codeList())) {
            problem("codeList", "field_has_values");
        }
    }

    /** What the product's own code counts on. */
    private void shipped(Field before, Field after) {
        fixed("type", before.type(), after.type());
        fixed("rule", before.rule(), after.rule());
        fixed("codeList", before.codeList(), after.codeList());
        fixed("sealed", before.sealed(), after.sealed());
        fixed("unique", before.unique(), after.unique());
        fixed("search", before.search(), after.search());
        fixed("sortable", before.sortable(), after.sortable());
        fixed("change", before.change(), after.change());
        fixed("maxLength", before.maxLength(), after.maxLength());
        boolean item = catalogue.type(after.record()).filter(RecordType::item).isPresent();
        boolean compared = Offered.of(after.type()).filter(Offered::compared).isPresent();
        if (after.filterable() && !before.filterable() && (item || !compared || after.sealed())) {
            problem("filterable", "field_not_for_type");
        }
    }

    private void fixed(String place, Object before, Object after) {
        if (!before.equals(after)) {
            problem(place, "field_fixed");
        }
    }

    private void tooLong(String place, int most) {
        problems.add(new FieldProblem(place, "field_text_long", Map.of("most", Integer.toString(most))));
    }

    private void problem(String place, String code) {
        problems.add(new FieldProblem(place, code, Map.of()));
    }

    private static Map<String, String> each(Texts texts) {
        return Stream.of("zh", "en", "es").collect(Collectors.toMap(language -> language, texts::in));
    }
}
