package io.clientela.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.kit.format.Row;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortionTest {

    @ParameterizedTest
    @CsvSource({"10, 500", "10000, 200", "40000, 50", "2000000, 1"})
    void endsByRowsOrByCharacters(int chars, int rows) {
        Row row = new Row(1, List.of("a".repeat(chars), "b".repeat(chars)));
        Portion portion = new Portion(500);
        int taken = 0;
        while (!portion.full()) {
            portion.add(row);
            taken++;
        }
        assertThat(taken).isEqualTo(rows);
    }
}
