package io.clientela.fields;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.CodeLists;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.Field.ChangeRule;
import io.clientela.kit.fields.Field.Grade;
import io.clientela.kit.fields.Field.Mask;
import io.clientela.kit.fields.Field.Search;
import io.clientela.kit.fields.Field.Sensitivity;
import io.clientela.kit.fields.FieldType;
import io.clientela.kit.fields.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FieldRulesTest {

    private static final Edition SHIPPED = new Edition(1, Catalogue.shipped(), CodeLists.shipped());

    @ParameterizedTest
    @EnumSource(
            names = {
                "TEXT",
                "LONG_TEXT",
                "NUMBER",
                "MONEY",
                "DATE",
                "CHOICE",
                "CHOICES",
                "YES_NO",
                "PHONE",
                "EMAIL",
                "ADDRESS",
                "REGION",
                "URL",
                "CUSTOMER"
            })
    void acceptsAFieldOfEveryUsualType(FieldType type) {
        assertThat(FieldRules.ofNew(field("individual", type, Map.of()), SHIPPED))
                .isEmpty();
        assertThat(FieldRules.ofNew(field("contact", type, Map.of()), SHIPPED)).isEmpty();
    }

    @Test
    void oneLanguageIsEnoughForANameAndNoneIsTooLittle() {
        Map<String, String> chinese = Map.of("label", "", "spanish", "");
        assertThat(FieldRules.ofNew(field("individual", FieldType.TEXT, chinese), SHIPPED))
                .isEmpty();
        Map<String, String> nothing = Map.of("chinese", "", "label", "", "spanish", "");
        assertThat(FieldRules.ofNew(field("individual", FieldType.TEXT, nothing), SHIPPED))
                .extracting(FieldProblem::code)
                .containsOnly("field_label_missing");
    }

    /** Whether there is a file may be asked for, although all else of it is sealed. */
    @Test
    void acceptsAFieldOfFilesOfCustomersOnly() {
        Map<String, String> filtered = Map.of("sealed", "true", "filterable", "true");
        assertThat(FieldRules.ofNew(field("individual", FieldType.FILE, filtered), SHIPPED))
                .isEmpty();
        assertThat(FieldRules.ofNew(field("contact", FieldType.FILE, Map.of("sealed", "true")), SHIPPED))
                .extracting(FieldProblem::code)
                .contains("field_type_not_in_lists");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "individual | TEXT      | key=Loyalty            | key        | field_key_form",
                "individual | TEXT      | key=9lives             | key        | field_key_form",
                "individual | TEXT      | key=mobile             | key        | field_key_taken",
                "individual | TEXT      | key=industry           | key        | field_key_reserved",
                "individual | TEXT      | key=number             | key        | field_key_reserved",
                "individual | TEXT      | key=version            | key        | field_key_reserved",
                "individual | TEXT      | label=Mobile           | label.en   | field_label_taken",
                "individual | LIST      | -                      | type       | field_type_not_offered",
                "individual | FILE      | sealed=false           | sealed     | field_not_for_type",
                "individual | FILE      | sealed=true,grade=REQUIRED | grade  | field_not_for_type",
                "individual | NAME      | -                      | type       | field_type_not_offered",
                "individual | TEXT      | rule=mobile            | rule       | field_rule_unfit",
                "individual | NUMBER    | search=PHONE           | search     | field_search_unfit",
                "individual | TEXT      | length=0               | maxLength  | field_length_out_of_range",
                "individual | TEXT      | length=501             | maxLength  | field_length_out_of_range",
                "individual | LONG_TEXT | sortable=true          | sortable   | field_not_for_type",
                "individual | LONG_TEXT | filterable=true        | filterable | field_not_for_type",
                "individual | CHOICES   | sortable=true          | sortable   | field_not_for_type",
                "individual | NUMBER    | unique=true            | unique     | field_not_for_type",
                "individual | TEXT      | change=NEEDS_APPROVAL  | change     | field_not_offered",
                "individual | CHOICE    | list=nowhere           | codeList   | field_list_missing",
                "individual | CHOICE    | list=region            | codeList   | field_list_missing",
                "individual | CHOICES   | sealed=true            | sealed     | field_not_for_type",
                "individual | TEXT      | sealed=true,search=NAME | search    | field_sealed",
                "individual | TEXT      | sealed=true,sortable=true | sortable | field_sealed",
                "individual | TEXT      | sealed=true,filterable=true | filterable | field_sealed",
                "contact    | TEXT      | sealed=true            | sealed     | field_not_in_lists",
                "contact    | TEXT      | unique=true            | unique     | field_not_in_lists",
                "contact    | TEXT      | sortable=true          | sortable   | field_not_in_lists",
                "contact    | TEXT      | filterable=true        | filterable | field_not_in_lists",
                "contact    | TEXT      | search=EXACT           | search     | field_not_in_lists",
                "individual | TEXT      | section=attic          | section    | field_section_unknown"
            })
    void saysWhatIsWrongAndWhere(String record, FieldType type, String changes, String place, String code) {
        assertThat(FieldRules.ofNew(field(record, type, changes(changes)), SHIPPED))
                .extracting(FieldProblem::field, FieldProblem::code)
                .contains(org.assertj.core.groups.Tuple.tuple(place, code));
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, LONG_TEXT, true",
        "CHOICE, CHOICES, true",
        "NUMBER, MONEY, true",
        "EMAIL, TEXT, true",
        "LONG_TEXT, TEXT, false",
        "CHOICES, CHOICE, false",
        "TEXT, NUMBER, false",
        "NUMBER, TEXT, false",
        "DATE, TEXT, false"
    })
    void aTypeWithValuesOnlyBecomesAWiderOne(FieldType from, FieldType to, boolean allowed) {
        Field before = own(field("individual", from, Map.of()));
        Field after = field("individual", to, Map.of()).lasting(before);
        assertThat(FieldRules.ofChange(before, after, false, with(before))).isEmpty();
        assertThat(FieldRules.ofChange(before, after, true, with(before)).isEmpty())
                .isEqualTo(allowed);
    }

    @Test
    void sealingStaysOnceThereAreValues() {
        Field before = own(field("individual", FieldType.TEXT, Map.of()));
        Field after =
                field("individual", FieldType.TEXT, Map.of("sealed", "true")).lasting(before);
        assertThat(FieldRules.ofChange(before, after, true, with(before)))
                .extracting(FieldProblem::code)
                .containsExactly("field_has_values");
        assertThat(FieldRules.ofChange(before, after, false, with(before))).isEmpty();
    }

    @Test
    void aFieldOfTheProductKeepsWhatItsCodeCountsOn() {
        Field before = SHIPPED.catalogue().field("individual", "city");
        Field reworded = copy(before, before.type(), before.rule(), Grade.REQUIRED, Sensitivity.PERSONAL, false);
        assertThat(FieldRules.ofChange(before, reworded, true, SHIPPED)).isEmpty();
        Field retyped = copy(before, FieldType.LONG_TEXT, "long_text", Grade.OPTIONAL, Sensitivity.NORMAL, true);
        assertThat(FieldRules.ofChange(before, retyped, false, SHIPPED))
                .extracting(FieldProblem::field, FieldProblem::code)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("type", "field_fixed"),
                        org.assertj.core.groups.Tuple.tuple("rule", "field_fixed"));
    }

    private static Edition with(Field own) {
        return new Edition(2, Catalogue.shipped().with(List.of(own)), CodeLists.shipped());
    }

    private static Field own(Field field) {
        return copy(field, 77);
    }

    private static Map<String, String> changes(String text) {
        Map<String, String> changes = new HashMap<>();
        if (text != null) {
            for (String one : text.split(",")) {
                String[] parts = one.strip().split("=", 2);
                changes.put(parts[0], parts[1]);
            }
        }
        return changes;
    }

    private static Field field(String record, FieldType type, Map<String, String> changes) {
        Offered offered = Offered.of(type).orElse(Offered.all().getFirst());
        String label = changes.getOrDefault("label", "Loyalty card");
        boolean choice = type == FieldType.CHOICE || type == FieldType.CHOICES;
        return new Field(
                record,
                changes.getOrDefault("key", "loyalty"),
                type,
                new Texts(changes.getOrDefault("chinese", "会员卡"), label, changes.getOrDefault("spanish", "Tarjeta")),
                new Texts("", "", ""),
                new Texts("", "", ""),
                List.of(),
                changes.getOrDefault("list", choice ? "customer_level" : type == FieldType.REGION ? "region" : ""),
                changes.getOrDefault("rule", offered.rules().getFirst()),
                Grade.valueOf(changes.getOrDefault("grade", "OPTIONAL")),
                Sensitivity.NORMAL,
                Mask.ALL,
                Boolean.parseBoolean(changes.get("sealed")),
                Boolean.parseBoolean(changes.get("unique")),
                Search.valueOf(changes.getOrDefault("search", "NONE")),
                Boolean.parseBoolean(changes.get("sortable")),
                Boolean.parseBoolean(changes.get("filterable")),
                ChangeRule.valueOf(changes.getOrDefault("change", "AT_ONCE")),
                Integer.parseInt(changes.getOrDefault("length", Integer.toString(offered.longest()))),
                changes.getOrDefault("section", "basic"),
                false,
                0);
    }

    private static Field copy(Field field, long id) {
        return new Field(
                field.record(),
                field.key(),
                field.type(),
                field.label(),
                field.explanation(),
                field.example(),
                field.synonyms(),
                field.codeList(),
                field.rule(),
                field.grade(),
                field.sensitivity(),
                field.mask(),
                field.sealed(),
                field.unique(),
                field.search(),
                field.sortable(),
                field.filterable(),
                field.change(),
                field.maxLength(),
                field.section(),
                field.retired(),
                id);
    }

    private static Field copy(
            Field field, FieldType type, String rule, Grade grade, Sensitivity sensitivity, boolean filterable) {
        return new Field(
                field.record(),
                field.key(),
                type,
                field.label(),
                field.explanation(),
                field.example(),
                field.synonyms(),
                field.codeList(),
                rule,
                grade,
                sensitivity,
                field.mask(),
                field.sealed(),
                field.unique(),
                field.search(),
                field.sortable(),
                filterable,
                field.change(),
                field.maxLength(),
                field.section(),
                field.retired(),
                field.id());
    }
}
