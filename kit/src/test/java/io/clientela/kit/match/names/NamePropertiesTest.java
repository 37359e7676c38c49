package io.clientela.kit.match.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NamePropertiesTest {

    private static final double LITTLE = 1e-5;

    @Property(tries = 300)
    void comparingEnterprisesIsSymmetric(@ForAll("enterprises") String one, @ForAll("enterprises") String other) {
        EnterpriseName a = EnterpriseNames.parse(one);
        EnterpriseName b = EnterpriseNames.parse(other);
        assertThat(EnterpriseNames.compare(a, b))
                .hasToString(EnterpriseNames.compare(b, a).toString());
        assertThat(EnterpriseNames.compare(a, b).likeness()).isBetween(0.0, 1.0);
    }

    @Property(tries = 300)
    void comparingPersonsIsSymmetric(@ForAll("persons") String one, @ForAll("persons") String other) {
        double there = PersonNames.acrossScripts(one, other);
        assertThat(there).isBetween(0.0, 1.0);
        assertThat(PersonNames.acrossScripts(other, one)).isCloseTo(there, within(LITTLE));
    }

    @Property(tries = 300)
    void anyTextIsTakenAndLikeItself(@ForAll String text) {
        EnterpriseName name = EnterpriseNames.parse(text);
        NameLikeness found = EnterpriseNames.compare(name, name);
        assertThat(found.level()).isEqualTo(name.folded().isEmpty() ? NameLevel.DIFFERENT : NameLevel.EQUAL);
        assertThat(PersonNames.acrossScripts(text, text)).isBetween(0.0, 1.0);
        assertThat(EnterpriseNames.keys(name)).hasSizeLessThanOrEqualTo(4);
    }

    @Property(tries = 200)
    void caseWidthAndAccentsDontCount(@ForAll("enterprises") String name) {
        EnterpriseName as = EnterpriseNames.parse(name);
        for (String other :
                new String[] {name.toUpperCase(Locale.ROOT), wide(name), accented(name), "  " + name + " "}) {
            assertThat(EnterpriseNames.compare(as, EnterpriseNames.parse(other)).level())
                    .isEqualTo(NameLevel.EQUAL);
        }
    }

    @Property(tries = 200)
    void spellingOfTheLegalFormDoesntCount(@ForAll("brands") String brand) {
        String[] forms = {" Ltd", ", Limited", " S.L.", " SL", ", Sociedad Limitada", " GmbH", " L.L.C.", " Co., Ltd."};
        for (String one : forms) {
            for (String other : forms) {
                assertThat(EnterpriseNames.compare(
                                        EnterpriseNames.parse(brand + one), EnterpriseNames.parse(brand + other))
                                .level())
                        .isLessThanOrEqualTo(NameLevel.SAME_CORE);
            }
        }
    }

    @Property(tries = 200)
    void orderAndTitlesOfAPersonsNameDontCount(@ForAll("persons") String name) {
        String[] words = name.split(" ");
        String turned = words[words.length - 1] + ", " + String.join(" ", Arrays.copyOf(words, words.length - 1));
        assertThat(PersonNames.acrossScripts(name, turned)).isCloseTo(1, within(LITTLE));
        assertThat(PersonNames.acrossScripts(name, "Dr. " + name)).isCloseTo(1, within(LITTLE));
    }

    private static String wide(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> out.append((char) (c > ' ' && c < 0x7F ? c + 0xFEE0 : c)));
        return out.toString();
    }

    private static String accented(String text) {
        return text.replace('a', 'á').replace('o', 'ö').replace('e', 'è');
    }

    @Provide
    Arbitrary<String> brands() {
        return Arbitraries.of("Orlandis", "Blue Heron", "Peñalba", "Kestrel Quarry", "Zhenmu", "Valdeluz");
    }

    @Provide
    Arbitrary<String> enterprises() {
        Arbitrary<String> latin = Combinators.combine(
                        brands(),
                        Arbitraries.of(
                                "", " Bank", " Technologies", " Foods", " de Madrid", " (China)", " 2", " branch"),
                        Arbitraries.of("", " Ltd", " S.A.", ", Inc.", " GmbH"))
                .as((brand, middle, form) -> brand + middle + form);
        Arbitrary<String> han = Combinators.combine(
                        Arbitraries.of("", "北京", "青岛市", "中国", "江苏苏州"),
                        Arbitraries.of("蓝鲸石", "蓝京石", "云杉谷", "振牧", "云杉"),
                        Arbitraries.of("", "科技", "网络科技", "银行", "餐饮管理"),
                        Arbitraries.of("", "有限公司", "股份有限公司", "集团", "有限公司上海分公司"))
                .as((place, brand, business, form) -> place + brand + business + form);
        return Arbitraries.oneOf(latin, han);
    }

    @Provide
    Arbitrary<String> persons() {
        Arbitrary<String> given = Arbitraries.of("Anna", "José", "Katarzyna", "Olu", "Mehmet", "Yuliya");
        Arbitrary<String> middle = Arbitraries.of("", " B.", " Petrovich", " María", " al");
        Arbitrary<String> family = Arbitraries.of(" Quintero", " Okonkwo", " Lindqvist", " de la Vega", " Wu");
        return Combinators.combine(given, middle, family).as((one, two, three) -> one + two + three);
    }
}
