package io.clientela.kit.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whoever has another valid document of the same kind is never taken for the same, whatever else is equal. */
class DocumentPropertyTest {

    private static final int[] RESIDENT_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String RESIDENT_DIGITS = "10X98765432";
    private static final String NIF_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

    /** Two valid numbers of one kind. */
    record Numbers(String kind, String one, String other) {}

    @Provide
    Arbitrary<Numbers> numbers() {
        Arbitrary<Integer> any = Arbitraries.integers().between(0, 999);
        Arbitrary<Numbers> residents = Combinators.combine(any, any)
                .filter((one, other) -> !one.equals(other))
                .as((one, other) -> new Numbers("resident_id", resident(one), resident(other)));
        Arbitrary<Numbers> nifs = Combinators.combine(
                        Arbitraries.integers().between(10_000_000, 99_999_999),
                        Arbitraries.integers().between(10_000_000, 99_999_999))
                .filter((one, other) -> !one.equals(other))
                .as((one, other) -> new Numbers("nif", nif(one), nif(other)));
        return Arbitraries.oneOf(residents, nifs);
    }

    /** All else that a person may say, each of it there or not. */
    @Provide
    Arbitrary<Map<String, String>> persons() {
        Map<String, String> all = Map.of(
                "name", "欧阳克勤",
                "birth_date", "1982-11-25",
                "mobile", "+8613800138000",
                "email", "ouyang.keqin@example.cn",
                "gender", "male",
                "city", "杭州",
                "address", "文三路 478 号 3 幢 1201 室",
                "employer", "钱塘仪表厂");
        return Arbitraries.subsetOf(all.keySet()).map(keys -> {
            Map<String, String> said = new HashMap<>(all);
            said.keySet().retainAll(keys);
            return said;
        });
    }

    @Property(tries = 300)
    void twoDocumentsAreNeverTheSame(
            @ForAll("persons") Map<String, String> person, @ForAll("numbers") Numbers numbers, @ForAll boolean sealed) {
        Base base = new Base(RuleSet.persons());
        int one = base.add(1, features(person, numbers.kind(), numbers.one(), sealed));
        int other = base.add(2, features(person, numbers.kind(), numbers.other(), sealed));
        Score score = new Scorer(base, Model.starting(RuleSet.persons(), 1_000)).score(one, other);

        assertThat(score.apart()).isTrue();
        assertThat(score.outcome(Thresholds.USUAL)).isNotEqualTo(Outcome.SAME);
        assertThat(score.outcome(new Thresholds(0.5, 0.05))).isNotEqualTo(Outcome.SAME);
    }

    @Property(tries = 60)
    void norAreTheyBroughtTogetherByOthers(
            @ForAll("persons") Map<String, String> person,
            @ForAll("numbers") Numbers numbers,
            @ForAll boolean between) {
        Base base = Cast.base(7, 60, 5);
        int one = base.add(base.size(), features(person, numbers.kind(), numbers.one(), true));
        if (between) {
            base.add(base.size(), RuleSet.persons().features(Cast.PERSONS.of(person)));
        }
        int other = base.add(base.size(), features(person, numbers.kind(), numbers.other(), true));
        Run run = new Run(base);

        Groups groups = run.groups(run.learn(), Thresholds.USUAL, Verdicts.NONE, Progress.NONE);

        assertThat(groups.single(one) || groups.of(one) != groups.of(other)).isTrue();
    }

    @Property(tries = 20)
    void unlessAPersonSaysSo(@ForAll("numbers") Numbers numbers) {
        Map<String, String> person = Map.of("name", "欧阳克勤", "birth_date", "1982-11-25", "mobile", "+8613800138000");
        Base base = Cast.base(7, 60, 5);
        int one = base.add(base.size(), features(person, numbers.kind(), numbers.one(), true));
        int other = base.add(base.size(), features(person, numbers.kind(), numbers.other(), true));
        Run run = new Run(base);

        Groups groups = run.groups(run.learn(), Thresholds.USUAL, (a, b) -> Optional.of(Outcome.SAME), Progress.NONE);

        assertThat(groups.of(one)).isEqualTo(groups.of(other));
    }

    private static Features features(Map<String, String> person, String kind, String number, boolean sealed) {
        if (sealed) {
            // As a base has it that keeps numbers sealed.
            return RuleSet.persons()
                    .features(Cast.PERSONS.of(person).blind(kind, Integer.toHexString(number.hashCode())));
        }
        Map<String, String> said = new HashMap<>(person);
        said.put("document_type", kind);
        said.put("document_number", number);
        return RuleSet.persons().features(Cast.PERSONS.of(said));
    }

    private static String resident(int serial) {
        String body = "33010619821125%03d".formatted(serial);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += RESIDENT_WEIGHTS[i] * (body.charAt(i) - '0');
        }
        return body + RESIDENT_DIGITS.charAt(sum % 11);
    }

    private static String nif(int number) {
        return number + NIF_LETTERS.substring(number % 23, number % 23 + 1);
    }
}
