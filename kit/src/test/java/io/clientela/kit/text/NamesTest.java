package io.clientela.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "范　倩紅 | 范倩紅 | 范倩红",
                "錢濤 | 錢濤 | 钱涛",
                "Lucía Díaz Muñoz | Lucía Díaz Muñoz | lucia diaz munoz",
                "Lucía | Lucía | lucia",
                "Ｌｕｃｉａ | Lucia | lucia",
                "O’Brien | O’Brien | obrien",
                "García-López | García-López | garcia lopez",
                "Straße Øster Łódź | Straße Øster Łódź | strasse oster lodz",
                "İstanbul Ilgın | İstanbul Ilgın | istanbul ilgin",
                "Mª José | Mª José | ma jose",
                "ﬁrst | first | first",
                "ｱﾊﾟｰﾄ | アパート | アハート",
                "長青(蘇州)有限公司 | 長青(蘇州)有限公司 | 长青苏州有限公司",
                "阿里 Cloud | 阿里 Cloud | 阿里cloud",
                "Ёлкин Пётр | Ёлкин Пётр | елкин петр",
                "김 철수 | 김 철수 | 김 철수",
                "!!! | !!! | !!!",
            })
    void cleansAndFolds(String raw, String clean, String folded) {
        assertThat(Names.clean(raw)).isEqualTo(clean);
        assertThat(Names.fold(raw)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({
        "王晓燕, wang xiao yan, wxy",
        "王曉燕, wang xiao yan, wxy",
        "单于飞, chan yu fei, cyf",
        "單雄信, shan xiong xin, sxx",
        "曾国藩, zeng guo fan, zgf",
        "仇英, qiu ying, qy",
        "区伟, ou wei, ow",
        "解缙, xie jin, xj",
        "查良镛, zha liang yong, zly",
        "任正非, ren zheng fei, rzf",
        "华罗庚, hua luo geng, hlg",
        "盖叫天, ge jiao tian, gjt",
        "朴树, piao shu, ps",
        "翟天临, zhai tian lin, ztl",
        "乐嘉, yue jia, yj",
        "员半千, yun ban qian, ybq",
        "逄先知, pang xian zhi, pxz",
        "佴贵荣, nai gui rong, ngr",
        "令狐冲, ling hu chong, lhc",
        "万俟卨, mo qi xie, mqx",
        "尉迟恭, yu chi gong, ycg",
        "欧阳雪, ou yang xue, oyx",
        "诸葛倩, zhu ge qian, zgq",
        "吕布, lv bu, lb",
        "北京单向空间, bei jing dan xiang kong jian, bjdxkj",
        "Peter 王, wang, w",
        "Ana, '', ''"
    })
    void readsNamesInPinyin(String name, String full, String initials) {
        assertThat(Pinyin.full(name)).isEqualTo(full);
        assertThat(Pinyin.initials(name)).isEqualTo(initials);
    }

    @Test
    void sortsChineseByPinyinAndThenLatinByLetter() {
        List<String> names = new ArrayList<>(List.of("张三", "王五", "李四", "Álvarez", "Zoe", "alonso", "安一"));
        names.sort((a, b) -> Arrays.compareUnsigned(SortKey.of(a), SortKey.of(b)));
        assertThat(names).containsExactly("安一", "李四", "王五", "张三", "alonso", "Álvarez", "Zoe");
        assertThat(SortKey.of("x".repeat(500))).hasSize(SortKey.MAX_BYTES);
    }

    @Property(tries = 1000)
    void cleaningAndFoldingTwiceChangesNothing(@ForAll String raw) {
        assertThat(Tidy.line(Tidy.line(raw))).isEqualTo(Tidy.line(raw));
        assertThat(Tidy.lines(Tidy.lines(raw))).isEqualTo(Tidy.lines(raw));
        assertThat(Tidy.code(Tidy.code(raw))).isEqualTo(Tidy.code(raw));
        assertThat(Names.clean(Names.clean(raw))).isEqualTo(Names.clean(raw));
        assertThat(Names.fold(Names.fold(raw))).isEqualTo(Names.fold(raw));
        assertThat(Names.fold(Names.clean(raw))).isEqualTo(Names.fold(raw));
    }

    @Property(tries = 500)
    void anyTextCanBeAskedForAndFindsItself(@ForAll String raw) {
        Query query = SearchTokens.query(raw);
        assertThat(query.name(raw)).isNotNull();
        SearchTokens.ofPhone(raw, token -> {});
        SearchTokens.ofEmail(raw, token -> {});
        List<String> tokens = new ArrayList<>();
        SearchTokens.ofName(raw, tokens::add);
        if (raw.length() < 20 && query.name(raw).matches() && !query.isEmpty()) {
            boolean isName = query.alternatives().stream().anyMatch(a -> a.kind() == Query.Kind.NAME);
            assertThat(!isName || query.anyOf().stream().anyMatch(tokens::containsAll))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"wanjia, wan jia", "xian, xian", "yunshangu, yun shan gu", "hongkong, hong kong", "smith, ''", "'', ''"
    })
    void cutsAWordOfPinyinIntoTheFewestSyllables(String word, String syllables) {
        assertThat(String.join(" ", Pinyin.split(word))).isEqualTo(syllables);
    }
}
