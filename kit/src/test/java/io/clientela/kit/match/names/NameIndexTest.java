package io.clientela.kit.match.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameIndexTest {

    private static final NameIndex INDEX = index(
            "青岛蓝鲸石科技股份有限公司",
            "上海云杉谷食品集团有限公司",
            "云杉谷(北京)银行股份有限公司",
            "深圳市振牧精密电子有限公司",
            "Blue Heron Stoneworks Ltd",
            "Maderas Peñalba, S.L.");

    @ParameterizedTest
    @CsvSource({
        "蓝鲸石, 0",
        "*ST蓝鲸, 0",
        "蓝鲸科技, 0",
        "青岛藍鯨, 0",
        "云杉食品, 1",
        "云杉谷银行, 2",
        "振牧电子, 3",
        "Qingdao Lanjingshi Technology, 0",
        "Yunshangu Foods Shanghai, 1",
        "Zhenmu Precision Electronics, 3",
        "Blue Herron, 4",
        "Penalba, 5",
    })
    void findsTheFullNameFirst(String text, int number) {
        assertThat(INDEX.find(text, 3).getFirst().number()).isEqualTo(number);
    }

    @Test
    void findsNothingForNothing() {
        assertThat(INDEX.find("", 3)).isEmpty();
        assertThat(INDEX.find("  ", 3)).isEmpty();
        assertThat(new NameIndex().find("蓝鲸石", 3)).isEmpty();
    }

    @Test
    void givesNoMoreThanAsked() {
        assertThat(INDEX.find("云杉谷", 1)).hasSize(1);
    }

    private static NameIndex index(String... names) {
        NameIndex index = new NameIndex();
        for (String name : names) {
            index.add(name);
        }
        return index;
    }
}
