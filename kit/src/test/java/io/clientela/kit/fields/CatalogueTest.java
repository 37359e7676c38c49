package io.clientela.kit.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientela.kit.check.Rules;
import io.clientela.kit.fields.Field.Grade;
import io.clientela.kit.fields.Field.Mask;
import io.clientela.kit.fields.Field.Search;
import io.clientela.kit.fields.Field.Sensitivity;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
    private final Catalogue catalogue = Catalogue.shipped();

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "individual: name given_name family_name gender birth_date document_type document_number mobile phone email"
                        + " wechat region city postal_code address occupation employer position income_band education level"
                        + " hobbies habits needs source_channel first_contact_on annual_amount mail_opt_in lifecycle_stage"
                        + " stage_on owner external_id tags rule_tags remarks card_properties relations",
                "enterprise: name short_name english_name credit_code tax_id legal_representative address city postal_code"
                        + " region phone fax email web_site wechat industry business_scope registered_capital"
                        + " registered_capital_currency enterprise_nature scale founded_on needs source_channel"
                        + " first_contact_on annual_amount roles special_category bank_account lifecycle_stage stage_on owner external_id"
                        + " tags rule_tags remarks card_properties contacts qualifications relations",
                "contact: name position department role reports_to main person since_on left_on mobile phone fax email"
                        + " wechat influence hobbies experience important_dates mail_opt_in sms_opt_in remarks",
                "qualification: kind number valid_until verified",
                "relation: kind customer role share since_on until_on remarks",
                "provenance: supplied_by recorded_by recorded_on"
            })
    void declaresTheAgreedKeysInOrder(String record, String keys) {
        assertThat(catalogue.fields(record)).extracting(Field::key).containsExactly(keys.split(" "));
    }

    @Test
    void saysEverythingInThreeLanguages() {
        for (Field field : catalogue.fields()) {
            assertThat(texts(field.label(), field.explanation(), field.example()))
                    .as(field.record() + "." + field.key())
                    .noneMatch(String::isBlank);
        }
        assertThat(catalogue.types())
                .allSatisfy(type -> assertThat(texts(type.label())).noneMatch(String::isBlank));
    }

    @Test
    void givesEachFieldAnExplanationOfItsOwnInEachLanguage() {
        for (Field field : catalogue.fields()) {
            assertThat(texts(field.explanation())).as(field.key()).doesNotHaveDuplicates();
        }
    }

    @Test
    void namesOnlyRulesThatExist() {
        assertThat(catalogue.fields()).extracting(Field::rule).isSubsetOf(Rules.names());
    }

    @Test
    void putsEachFieldInASectionOfItsType() {
        for (RecordType type : catalogue.types()) {
            List<String> sections =
                    catalogue.sections(type.key()).stream().map(Section::key).toList();
            assertThat(catalogue.fields(type.key())).extracting(Field::section).isSubsetOf(sections);
            assertThat(sections).doesNotHaveDuplicates();
        }
    }

    @Test
    void namesACodeListForEachChoice() {
        assertThat(catalogue.fields()).allSatisfy(field -> {
            boolean chosen = Set.of(FieldType.CHOICE, FieldType.CHOICES, FieldType.REGION, FieldType.LIST)
                    .contains(field.type());
            assertThat(field.codeList().isEmpty()).as(field.key()).isEqualTo(!chosen);
        });
    }

    @Test
    void asksForWhatTheShippedPlanAsksFor() {
        assertThat(graded("individual", Grade.REQUIRED)).containsExactly("name");
        assertThat(graded("enterprise", Grade.REQUIRED)).containsExactly("name");
        assertThat(graded("individual", Grade.WANTED))
                .containsExactlyInAnyOrder("document_number", "region", "source_channel");
        assertThat(graded("enterprise", Grade.WANTED))
                .containsExactlyInAnyOrder("credit_code", "industry", "region", "source_channel");
    }

    @Test
    void sealsWhatIsSensitiveAndFindsItOnlyWhole() {
        List<Field> sensitive = catalogue.fields().stream()
                .filter(field -> field.sensitivity() == Sensitivity.SENSITIVE)
                .toList();
        assertThat(sensitive).extracting(Field::key).containsExactly("document_number", "bank_account");
        assertThat(sensitive).allSatisfy(field -> {
            assertThat(field.sealed()).isTrue();
            assertThat(field.search()).isEqualTo(Search.EXACT);
            assertThat(field.mask()).isEqualTo(Mask.LAST_FOUR);
            assertThat(field.sortable()).isFalse();
            assertThat(field.filterable()).isFalse();
        });
    }

    @Test
    void putsAFieldOfTheSameKeyInThePlaceOfTheOldOne() {
        Field old = catalogue.field("individual", "hobbies");
        Catalogue changed = catalogue.with(List.of(catalogue.field("individual", "hobbies")));
        assertThat(changed.fields("individual")).hasSameSizeAs(catalogue.fields("individual"));
        assertThat(changed.field("individual", "hobbies")).isEqualTo(old);
    }

    @Test
    void refusesAFieldNobodyDeclared() {
        assertThat(catalogue.find("individual", "shoe_size")).isEmpty();
        assertThatThrownBy(() -> catalogue.field("individual", "shoe_size"))
                .hasMessageContaining("individual.shoe_size");
    }

    private List<String> graded(String record, Grade grade) {
        return catalogue.fields(record).stream()
                .filter(field -> field.grade() == grade)
                .map(Field::key)
                .toList();
    }

    private static List<String> texts(Texts... texts) {
        return Stream.of(texts)
                .flatMap(each -> Stream.of(each.zh(), each.en(), each.es()))
                .toList();
    }
}
