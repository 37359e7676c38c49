package io.clientela.kit.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Made-up companies, weighed by the weights shipped for a base of so many. */
class EnterpriseScorerTest {

    private static final int RECORDS = 1_000;
    private static final List<String> NAMES = List.of(
            "青岛蓝鲸石科技有限公司",
            "蓝鲸石",
            "Qingdao Lanjingshi Technology Co., Ltd.",
            "Blue Heron Stone Ltd",
            "Blue Heron Café",
            "Blue Heron Lounge",
            "Maderas Peñalba, S.L.");

    @ParameterizedTest
    @CsvSource({
        "Blue Heron Hotel, Kingfisher Bar",
        "Blue Heron Café, Blue Heron Lounge",
        "Blue Heron Bank Ltd, Blue Heron Insurance Ltd",
        "青岛蓝鲸石科技有限公司, 青岛蓝鲸石餐饮有限公司",
    })
    void neighboursUnderOneRoofAreTwoCustomers(String one, String other) {
        Score score = score(underOneRoof(one), underOneRoof(other));
        assertThat(score.probability()).isLessThan(0.5);
        assertThat(score.reasons()).anyMatch(reason -> reason.aspect().equals("roof"));
    }

    @ParameterizedTest
    @CsvSource({
        "Blue Heron Stone Ltd, Blue Heron Stone",
        "Heron's Deli, Heron's Delicatessen",
        "青岛蓝鲸石科技有限公司, 蓝鲸石",
        "青岛蓝鲸石科技有限公司, Qingdao Lanjingshi Technology",
    })
    void namesOfOneCustomerMayBeWrittenManyWays(String one, String other) {
        assertThat(score(underOneRoof(one), underOneRoof(other)).probability()).isGreaterThan(0.9);
    }

    @Test
    void anEqualDocumentOutweighsAnotherName() {
        Features before = Cast.enterprise(
                "name", "Blue Heron Hotel", "phone", "+34913490000", "credit_code", "91370200MA3C000018");
        Features after =
                Cast.enterprise("name", "Kingfisher Bar", "phone", "+34913490000", "credit_code", "91370200MA3C000018");
        assertThat(score(before, after).reasons())
                .noneMatch(reason -> reason.aspect().equals("roof"));
    }

    @Property(tries = 60)
    void isTheSameWhicheverComesFirst(@ForAll @Size(2) @UniqueElements List<Integer> draws) {
        Features one = underOneRoof(NAMES.get(Math.floorMod(draws.get(0), NAMES.size())));
        Features other = underOneRoof(NAMES.get(Math.floorMod(draws.get(1), NAMES.size())));
        assertThat(score(one, other).bits()).isEqualTo(score(other, one).bits());
    }

    private static Features underOneRoof(String name) {
        return Cast.enterprise("name", name, "phone", "+34913490000", "address", "12 Booth Street", "city", "Leeds");
    }

    private static Score score(Features one, Features other) {
        Base base = new Base(RuleSet.enterprises());
        base.add(0, one);
        base.add(1, other);
        return new Scorer(base, Model.starting(RuleSet.enterprises(), RECORDS)).score(0, 1);
    }
}
