package io.clientela.kit.match.compare;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LettersTest {

    @Test
    void tellsStrangersWithoutTheirTexts() {
        assertThat(Letters.slips(Letters.of("kowaker street"), Letters.of("brim court")))
                .isGreaterThan(2);
        assertThat(TextLevel.differentTexts(Letters.of("kowaker street"), Letters.of("brim court")))
                .isTrue();
        assertThat(TextLevel.differentPhones(Letters.of("13800138000"), Letters.of("15922476655")))
                .isTrue();
    }

    /** One is made of the other by some slips, or they have nothing to do with each other. */
    @Provide
    Arbitrary<String[]> two() {
        Arbitrary<String> texts = Arbitraries.strings()
                .withChars("abcdeirst 0123456789.@北京路")
                .ofMinLength(1)
                .ofMaxLength(70);
        Arbitrary<String[]> near = Combinators.combine(
                        texts,
                        Arbitraries.integers().between(0, 69),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.strings().withChars("aert01路").ofMaxLength(4))
                .as((text, at, left, more) -> {
                    int from = Math.min(at, text.length());
                    int to = Math.min(text.length(), from + left);
                    String other = text.substring(0, from) + more + text.substring(to);
                    return new String[] {text, other.isEmpty() ? "a" : other};
                });
        return Arbitraries.oneOf(near, texts.array(String[].class).ofSize(2));
    }

    @Property
    void neverSeesMoreSlipsThanThereAre(@ForAll("two") String[] two) {
        assertThat(Letters.slips(Letters.of(two[0]), Letters.of(two[1])))
                .isLessThanOrEqualTo(Edits.distance(two[0], two[1], 100));
    }

    @Property
    void neverTakesForUnlikeWhatIsAlike(@ForAll("two") String[] two) {
        double likeness = Edits.jaroWinkler(two[0], two[1]);
        if (likeness > 0) {
            assertThat(Letters.mayBeAlike(Letters.of(two[0]), Letters.of(two[1]), likeness - 1e-9))
                    .isTrue();
        }
    }

    @Property
    void whatItCallsDifferentIs(@ForAll("two") String[] two) {
        long a = Letters.of(two[0]);
        long b = Letters.of(two[1]);
        if (TextLevel.differentTexts(a, b)) {
            assertThat(TextLevel.texts(two[0], two[1])).isEqualTo(TextLevel.DIFFERENT);
        }
        if (TextLevel.differentPhones(a, b)) {
            assertThat(TextLevel.phones(two[0], two[1])).isEqualTo(TextLevel.DIFFERENT);
        }
        int at = two[0].indexOf('@');
        boolean oneMailbox = at >= 0 && two[1].startsWith(two[0].substring(0, at + 1));
        if (TextLevel.differentEmails(a, b) && !oneMailbox) {
            assertThat(TextLevel.emails(two[0], two[1])).isEqualTo(TextLevel.DIFFERENT);
        }
    }
}
