package io.clientela.kit.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BaseTest {

    private static List<Features> people() {
        SplittableRandom random = new SplittableRandom(7);
        List<Features> people = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            people.add(Cast.person(
                    "given_name",
                    "given" + random.nextInt(30),
                    "family_name",
                    "given" + random.nextInt(60),
                    "birth_date",
                    "1970-01-%02d".formatted(1 + random.nextInt(28)),
                    "email",
                    "mail" + random.nextInt(50) + "@example.com",
                    "city",
                    random.nextInt(3) == 0 ? "" : "town" + random.nextInt(20)));
        }
        return people;
    }

    @Test
    void manyAtOnceAreWhatTheyWouldBeOneByOne() {
        List<Features> people = people();
        Base one = new Base(RuleSet.persons());
        for (int i = 0; i < people.size(); i++) {
            one.add(1_000 + i, people.get(i));
        }
        Base many = new Base(RuleSet.persons());
        many.add(1_000, people.getFirst());
        many.addAll(LongStream.range(1_001, 1_150).toArray(), people.subList(1, 150));
        many.addAll(LongStream.range(1_150, 1_200).toArray(), people.subList(150, 200));

        assertThat(many.size()).isEqualTo(one.size());
        for (int row = 0; row < one.size(); row++) {
            assertThat(many.id(row)).isEqualTo(one.id(row));
            for (Slot slot : Slot.ALL) {
                assertThat(many.get(slot, row)).isEqualTo(one.get(slot, row));
            }
        }
        assertThat(many.frequencies().toMap()).isEqualTo(one.frequencies().toMap());
    }

    @Test
    void whatWasComparedWhileLearningIsWeighedAsIfComparedAnew() {
        Base base = Cast.base(5, 400, 80);
        Run learned = new Run(base);
        Model model = learned.learn();
        Groups known = learned.groups(model, Thresholds.USUAL, Verdicts.NONE, Progress.NONE);
        Groups anew = new Run(base).groups(model, Thresholds.USUAL, Verdicts.NONE, Progress.NONE);
        assertThat(known.pairs()).isEqualTo(anew.pairs()).isNotEmpty();
        for (int row = 0; row < base.size(); row++) {
            assertThat(known.of(row)).isEqualTo(anew.of(row));
        }
    }
}
