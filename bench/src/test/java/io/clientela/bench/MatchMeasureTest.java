package io.clientela.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Labelled files through the import's rules and the one setting there is; left out where the files aren't there. */
class MatchMeasureTest {

    @ParameterizedTest
    @CsvSource({"A1, 0.99, 0.998", "A2, 0.985, 0.998", "A3, 0.95, 0.99", "A4, 0.99, 0.998", "A6, 0.97, 0.998"})
    void findsWhoIsThereTwice(String measure, double f1, double precisionOfSame) throws IOException {
        List<MatchMeasure.Scored> all = new MatchMeasure(
                        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8))
                .scored(measure);
        assumeFalse(all.isEmpty());
        for (MatchMeasure.Scored scored : all) {
            assertThat(scored.result().groups().f1()).as(scored.what()).isGreaterThanOrEqualTo(f1);
            assertThat(scored.result().same().precision()).as(scored.what()).isGreaterThanOrEqualTo(precisionOfSame);
        }
    }
}
