package io.clientela.kit.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScorerTest {

    private static final Model SHIPPED = Model.starting(RuleSet.persons(), 10_000);

    private static Score score(Features one, Features other) {
        Base base = new Base(RuleSet.persons(), SHIPPED.frequencies());
        base.add(1, one);
        base.add(2, other);
        return new Scorer(base, SHIPPED).score(0, 1);
    }

    @Test
    void recognisesThePersonUnderTraditionalCharactersAndAnotherPhone() {
        Score score = score(
                Cast.person(
                        "name", "錢濤", "birth_date", "1994-05-23", "mobile", "+8613129114713", "email", "u1@163.com"),
                Cast.person(
                        "name", "钱涛", "birth_date", "1994-05-23", "mobile", "+8618912345678", "email", "u1@163.com"));
        assertThat(score.probability()).isGreaterThan(0.99);
    }

    @Test
    void reasonsAddUpToTheScore() {
        Score score = score(
                Cast.person("name", "Jane Doe", "birth_date", "1980-01-02", "city", "Leeds"),
                Cast.person("name", "Jayne Doe", "birth_date", "1980-02-01", "city", "York"));
        assertThat(score.reasons().stream().mapToDouble(Reason::bits).sum()).isCloseTo(score.bits(), within(1e-9));
        assertThat(score.reasons().getLast().aspect()).isEqualTo("prior");
        assertThat(score.reasons()).anySatisfy(reason -> {
            assertThat(reason.aspect()).isEqualTo("birth_date");
            assertThat(reason.level()).isEqualTo("swapped");
        });
    }

    @Test
    void whatIsMissingWeighsNothing() {
        Score score = score(Cast.person("name", "Jane Doe"), Cast.person("mobile", "+447400123804"));
        assertThat(score.reasons()).hasSize(1);
    }

    @Test
    void differentNumbersOfOneKindSpeakAgainst() {
        Features one =
                Cast.person("name", "张伟", "document_type", "resident_id", "document_number", "110105198211255281");
        Features other =
                Cast.person("name", "张伟", "document_type", "resident_id", "document_number", "110105198211255302");
        Features passport = Cast.person("name", "张伟", "document_type", "passport", "document_number", "E12345678");
        Base base = new Base(RuleSet.persons());
        for (int i = 0; i < 300; i++) {
            base.add(i, Cast.person("name", "张伟"));
        }
        int first = base.add(300, one);
        int second = base.add(301, other);
        int third = base.add(302, passport);
        Scorer scorer = new Scorer(base, Model.starting(RuleSet.persons(), base.size()));
        assertThat(scorer.score(first, second).bits())
                .isLessThan(scorer.score(first, third).bits() - 5);
        assertThat(scorer.score(first, second).probability()).isLessThan(0.01);
    }

    @Test
    void fatherAndSonAtOneAddressAreTwo() {
        Score score = score(
                Cast.person(
                        "given_name",
                        "Thomas",
                        "family_name",
                        "Blake",
                        "birth_date",
                        "1950-03-14",
                        "address",
                        "12 Booth Street",
                        "city",
                        "Leeds",
                        "postal_code",
                        "LS1 4DY",
                        "phone",
                        "+441132960000"),
                Cast.person(
                        "given_name",
                        "Daniel",
                        "family_name",
                        "Blake",
                        "birth_date",
                        "1982-11-02",
                        "address",
                        "12 Booth Street",
                        "city",
                        "Leeds",
                        "postal_code",
                        "LS1 4DY",
                        "phone",
                        "+441132960000"));
        assertThat(score.probability()).isLessThan(0.5);
        assertThat(score.reasons()).anyMatch(reason -> reason.aspect().equals("household"));
    }

    @Test
    void aCommonNameSaysLessThanARareOne() {
        Base base = new Base(RuleSet.persons());
        for (int i = 0; i < 200; i++) {
            base.add(i, Cast.person("name", "张伟"));
        }
        base.add(200, Cast.person("name", "令狐慶波"));
        base.add(201, Cast.person("name", "令狐庆波"));
        Scorer scorer = new Scorer(base, Model.starting(RuleSet.persons(), base.size()));
        assertThat(scorer.score(200, 201).bits())
                .isGreaterThan(scorer.score(0, 1).bits() + 5);
    }

    @Test
    void numbersOfDocumentsAreNeverShown() {
        Features one = Cast.person("name", "张伟", "document_type", "passport", "document_number", "E12345678");
        Features other = Cast.person("name", "张伟", "document_type", "passport", "document_number", "E12345679");
        assertThat(score(one, other).reasons().toString())
                .doesNotContain("1234567")
                .contains("passport");
    }

    @Test
    void aKeyedHashIsEqualOrNot() {
        Profile plain = Cast.PERSONS.of(Map.of("name", "张伟"));
        RuleSet rules = RuleSet.persons();
        Score same =
                score(rules.features(plain.blind("passport", "aaaa")), rules.features(plain.blind("passport", "aaaa")));
        Score close =
                score(rules.features(plain.blind("passport", "aaaa")), rules.features(plain.blind("passport", "aaab")));
        assertThat(same.reasons())
                .anyMatch(reason ->
                        reason.level().equals("equal") && reason.aspect().equals("document"));
        assertThat(close.reasons()).anyMatch(reason -> reason.level().equals("other"));
    }

    @Property(tries = 200)
    void doesntDependOnTheOrder(@ForAll @IntRange(max = 79) int one, @ForAll @IntRange(max = 79) int other) {
        Base base = Cast.base(5, 60, 20);
        Scorer scorer = new Scorer(base, SHIPPED);
        if (one != other) {
            assertThat(scorer.score(one, other).bits())
                    .isEqualTo(scorer.score(other, one).bits());
        }
    }

    @Test
    void keysAreTheSameInEveryBase() {
        Features person = Cast.person("name", "钱涛", "mobile", "+8613129114713", "birth_date", "1994-05-23");
        int[] alone = BlockingKeys.of(RuleSet.persons(), person);
        Base base = Cast.base(7, 30, 3);
        int row = base.add(99, person);
        assertThat(BlockingKeys.of(base, row)).isEqualTo(alone).isNotEmpty();
        assertThat(Arrays.stream(alone).distinct().count()).isEqualTo(alone.length);
    }

    @Test
    void aFewRecordsAreComparedAsIfTheWholeBaseWereThere() {
        Base base = Cast.base(9, 400, 60);
        Model model = new Run(base).learn();
        Frequencies kept = Frequencies.of(model.frequencies().toMap());
        Base few = new Base(RuleSet.persons(), kept);
        Features one = Cast.person("given_name", "james", "family_name", "smith");
        few.add(1, one);
        few.add(2, one);
        int a = base.add(1_000, one);
        int b = base.add(1_001, one);
        assertThat(new Scorer(few, model).score(0, 1).bits())
                .isCloseTo(new Scorer(base, model).score(a, b).bits(), within(0.3));
    }
}
