package io.clientela.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTokensTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "王晓燕 | 王晓燕 | EXACT",
                "王晓燕 | 王曉燕 | EXACT",
                "王曉燕 | 王晓燕 | EXACT",
                "王晓燕 | 晓燕 | CONTAINS",
                "王晓燕 | 王晓 | PREFIX",
                "王晓燕 | 王 燕 | CONTAINS",
                "王晓燕 | 燕 | CONTAINS",
                "王晓燕 | wangxy | PREFIX",
                "王晓燕 | wang xiaoyan | EXACT",
                "王晓燕 | Wang Xiao Yan | EXACT",
                "王晓燕 | xiaoyan wang | CONTAINS",
                "王晓燕 | wangxia | PREFIX",
                "王晓燕 | wangx | PREFIX",
                "王晓燕 | wan | PREFIX",
                "王晓燕 | wxy | PREFIX",
                "王晓燕 | xy | CONTAINS",
                "王晓燕 | xiaoyan | CONTAINS",
                "王晓燕 | 王xiaoyan | CONTAINS",
                "王晓燕 | wxiaoyan | PREFIX",
                "张志远 | zhangzhiy | PREFIX",
                "张志远 | zzy | PREFIX",
                "张志远 | zhzhy | PREFIX",
                "张志远 | zh | PREFIX",
                "吕布 | lvbu | EXACT",
                "吕布 | lubu | EXACT",
                "吕布 | lyubu | EXACT",
                "单于飞 | chanyufei | EXACT",
                "曾平倩 | zengpingqian | EXACT",
                "万俟雪 | moqixue | EXACT",
                "北京国瑞源信息技术有限公司 | 国瑞 | CONTAINS",
                "北京国瑞源信息技术有限公司 | 北京 国瑞源 | PREFIX",
                "北京国瑞源信息技术有限公司 | guorui | CONTAINS",
                "北京国瑞源信息技术有限公司 | gry | CONTAINS",
                "长青源信息技术(苏州)有限公司 | 技术苏州 | CONTAINS",
                "Lucía Díaz Muñoz | munoz lucia | PREFIX",
                "Lucía Díaz Muñoz | LUCÍA DÍAZ MUÑOZ | EXACT",
                "Lucía Díaz Muñoz | diaz muñoz lucía | EXACT",
                "Lucía Díaz Muñoz | uño | CONTAINS",
                "Lucía Díaz Muñoz | ci | CONTAINS",
                "Mª José García-López | garcia lopez | PREFIX",
                "William O'Brien | obrien | PREFIX",
                "William O'Brien | O’Brien W | PREFIX",
                "7-Eleven | 7 eleven | EXACT",
                "21 club | 21 | PREFIX",
                "Peter 王 | peter wang | PREFIX",
                "Παπαδόπουλος | παπαδοπουλος | EXACT",
                "Иванов Пётр | петр иванов | EXACT",
                "パーティー商事 | 商事 | CONTAINS",
                "김철수 | 철수 | CONTAINS",
            })
    void findsNames(String name, String query, Rank rank) {
        Set<String> tokens = new LinkedHashSet<>();
        SearchTokens.ofName(name, tokens::add);
        assertFinds(tokens, query);
        assertThat(SearchTokens.query(query).name(name))
                .as("%s in %s", query, name)
                .isEqualTo(rank);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+8613812345678 | 13812345678 | EXACT",
                "+8613812345678 | +86 138 1234 5678 | EXACT",
                "+8613812345678 | 008613812345678 | EXACT",
                "+8613812345678 | 8613812345678 | EXACT",
                "+8613812345678 | 138-1234 | PREFIX",
                "+8613812345678 | 5678 | CONTAINS",
                "+861024962989;ext=801 | 010-24962989 | EXACT",
                "+34622704387 | 622 70 43 87 | EXACT",
                "+13102461501 | 310/246-1501 | EXACT",
                "616577014 | 577014 | CONTAINS",
            })
    void findsPhones(String phone, String query, Rank rank) {
        Set<String> tokens = new LinkedHashSet<>();
        SearchTokens.ofPhone(phone, tokens::add);
        assertFinds(tokens, query);
        assertThat(SearchTokens.query(query).phone(phone)).isEqualTo(rank);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Diaz1@example.es | diaz1@example.es | EXACT",
                "diaz1@example.es | diaz | PREFIX",
                "diaz1@example.es | iaz1@exa | CONTAINS",
                "diaz1@example.es | @example.es | CONTAINS",
                "u866_683@163.com | 866_6 | CONTAINS",
            })
    void findsEmails(String email, String query, Rank rank) {
        Set<String> tokens = new LinkedHashSet<>();
        SearchTokens.ofEmail(email, tokens::add);
        assertFinds(tokens, query);
        assertThat(SearchTokens.query(query).email(email)).isEqualTo(rank);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "王晓燕 | 燕晓",
                "王晓燕 | wangyx",
                "王晓燕 | xiaowang",
                "王晓燕 | zxy",
                "Lucía Díaz | lucio",
                "Lucía Díaz | lucia lopez",
                "Ana Banana | anab"
            })
    void doesNotMatchOthers(String name, String query) {
        assertThat(SearchTokens.query(query).name(name)).isEqualTo(Rank.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "w", "!!", "...", "@", "\u200B"})
    void asksForMoreWhenTooShort(String query) {
        assertThat(SearchTokens.query(query).isEmpty()).isTrue();
    }

    @Test
    void keepsTheIndexSmall() {
        assertThat(tokensOf("王晓燕", "+8613812345678", "u866_683@163.com").size()).isLessThanOrEqualTo(30);
        assertThat(tokensOf("Manuel Javier Martínez Álvarez", "+34631478869", "martinez5@example.es")
                        .size())
                .isLessThanOrEqualTo(66);
        assertThat(tokensOf("长青源信息技术(苏州)有限公司", "+861024962989", "info@example.cn")
                        .size())
                .isLessThanOrEqualTo(66);
    }

    @Test
    void searchesThatCouldBeSeveralThingsAskForAny() {
        assertThat(SearchTokens.query("13812345").alternatives().stream().map(Query.Alternative::kind))
                .contains(Query.Kind.NAME, Query.Kind.PHONE);
        assertThat(SearchTokens.query("diaz1@example.es").alternatives())
                .extracting(Query.Alternative::kind)
                .containsExactly(Query.Kind.EMAIL);
        assertThat(SearchTokens.query("wang").anyOf()).contains(List.of("nwan", "nang"), List.of("pwang"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // as a whole: 0, beginning so: 1, somewhere: 2 and behind
                "王伟 | 王伟 | 0",
                "王伟明 | 王伟 | 1",
                "张王伟 | 王伟 | 2",
                "王伟 | wangwei | 0",
                "王伟明 | wangwei | 3",
                "张王伟 | wangwei | 3",
                "王伟 | wang wei | 0",
                "王伟 | wang | 1",
                "王晓燕 | wxy | 3",
                "李王 | 王 | 2",
                "王伟 | 王 | 1",
                "José García | garcia jose | 0",
                "José García López | garcia | 1",
                "José García López | jose g | 1",
                "王国强 | wang guo qiang | 0",
                "Ana Banana | nana | 2",
            })
    void theBestOfManyIsAskedForFirst(String name, String query, int first) {
        Set<String> tokens = new LinkedHashSet<>();
        SearchTokens.ofName(name, tokens::add);
        List<List<List<String>>> tiers = SearchTokens.query(query).tiers();
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < tiers.size(); i++) {
            if (tiers.get(i).stream().anyMatch(tokens::containsAll)) {
                found.add(i);
            }
        }
        assertThat(found).as("%s among %s", tokens, tiers).first().isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Peter 王 | peter wang | true",
                "Peter Wang | peter wang | true",
                "西安公司 | xian gongsi | true",
                "王国强 | wang guo qiang | true",
                "王国强 | wang gq | true",
                "王晓燕 | wxy | true",
                "Tan 伟 | tan wei | false",
                "王国强 | w guo qiang | true",
            })
    void whatIsLessLikelyIsAGuess(String name, String query, boolean likely) {
        Set<String> tokens = new LinkedHashSet<>();
        SearchTokens.ofName(name, tokens::add);
        assertFinds(tokens, query);
        assertThat(SearchTokens.query(query).tiers().stream()
                        .flatMap(List::stream)
                        .anyMatch(tokens::containsAll))
                .isEqualTo(likely);
    }

    private static Set<String> tokensOf(String name, String phone, String email) {
        Set<String> tokens = new LinkedHashSet<>();
        SearchTokens.ofName(name, tokens::add);
        SearchTokens.ofPhone(phone, tokens::add);
        SearchTokens.ofEmail(email, tokens::add);
        return tokens;
    }

    private static void assertFinds(Set<String> tokens, String query) {
        List<List<String>> anyOf = SearchTokens.query(query).anyOf();
        assertThat(anyOf)
                .as("%s needs some of %s, there are %s", query, anyOf, tokens)
                .anyMatch(tokens::containsAll);
    }
}
