package io.clientela.kit.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Source: GB 11643-1999, whose example was born on 31 December 1949 in Beijing, a woman. */
class RecordChecksTest {

    private static final Map<String, String> EXAMPLE = Map.of(
            "document_type",
            "resident_id",
            "document_number",
            "11010519491231002X",
            "birth_date",
            "1949-12-31",
            "gender",
            "female",
            "region",
            "CN-110000");

    @Test
    void hasNothingToSayOfARecordThatAgrees() {
        assertThat(findings(EXAMPLE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "birth_date, 1949-12-30, birth_date_contradicts_document, true",
        "birth_date, 1950-12-31, birth_date_contradicts_document, true",
        "gender, male, gender_contradicts_document, true",
        "region, CN-310104, region_differs_from_document, false"
    })
    void findsWhatContradictsTheResidentId(String field, String value, String fault, boolean refuses) {
        List<Finding> findings = findings(with(field, value));
        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().field()).isEqualTo(field);
        assertThat(findings.getFirst().problem().fault().code()).isEqualTo(fault);
        assertThat(findings.getFirst().refuses()).isEqualTo(refuses);
    }

    @ParameterizedTest
    @CsvSource({
        "birth_date, ''",
        "gender, unknown",
        "gender, other",
        "region, GB",
        "region, Madrid",
        "region, CN-110105",
        "document_type, ''",
        "document_number, E12345678"
    })
    void saysNothingWhereNothingIsStated(String field, String value) {
        assertThat(findings(with(field, value))).isEmpty();
    }

    @Test
    void saysWhichPartDiffersButNotTheDate() {
        assertThat(findings(with("birth_date", "1948-11-31"))
                        .getFirst()
                        .problem()
                        .details())
                .containsExactly(Map.entry("differs", "year month"));
    }

    @Test
    void otherDocumentsSayNothingOfTheirHolder() {
        Map<String, String> values = with("gender", "male");
        values.put("document_type", "passport");
        assertThat(findings(values)).isEmpty();
    }

    @Test
    void theIdTellsItsHoldersFacts() {
        assertThat(ResidentId.facts("11010519491231002X")).hasValueSatisfying(facts -> {
            assertThat(facts.region()).isEqualTo("110105");
            assertThat(facts.birthDate()).hasToString("1949-12-31");
            assertThat(facts.male()).isFalse();
        });
        assertThat(ResidentId.facts("110105194912310021")).isEmpty();
        assertThat(ResidentId.facts("nonsense")).isEmpty();
    }

    private static Map<String, String> with(String field, String value) {
        Map<String, String> values = new HashMap<>(EXAMPLE);
        values.put(field, value);
        return values;
    }

    private static List<Finding> findings(Map<String, String> values) {
        return RecordChecks.all().stream()
                .flatMap(check -> check.check(values).stream())
                .toList();
    }
}
