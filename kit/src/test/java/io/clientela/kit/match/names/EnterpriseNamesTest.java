package io.clientela.kit.match.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Made-up companies. The order of a registered Chinese name: 企业名称登记管理规定 (2020), art. 6. */
class EnterpriseNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "青岛蓝鲸石科技有限公司 | qingdao | 蓝鲸石 | 科技 | limited | ''",
                "青島藍鯨石科技有限公司 | qingdao | 蓝鲸石 | 科技 | limited | ''",
                "蓝鲸石科技（青岛）股份有限公司 | qingdao | 蓝鲸石 | 科技 | public | ''",
                "江苏省苏州市云杉谷环保设备有限责任公司 | suzhou | 云杉谷 | 环保设备 | limited | ''",
                "昆山云杉谷集团有限公司 | kunshan | 云杉谷 | '' | limited | ''",
                "北京银行股份有限公司 | beijing | 北京 | 银行 | public | ''",
                "蓝鲸石科技有限公司北京分公司 | '' | 蓝鲸石 | 科技 | limited | 北京分公司",
                "云杉谷投资合伙企业（有限合伙） | '' | 云杉谷 | 投资 | partnership | ''",
                "Blue Heron Stone Technologies, Inc. | '' | blue heron stone | technologies | public | ''",
                "Maderas Peñalba, S.L.U. | '' | penalba | maderas | limited | ''",
                "Inversiones Peñalba de México, S. de R.L. de C.V. | mexico | penalba | inversiones | limited | ''",
                "Blauspecht Maschinenbau GmbH & Co. KG | '' | blauspecht | maschinenbau | partnership | ''",
                "ООО \"Синяя Цапля\" | '' | sinyaya tsaplya | '' | limited | ''",
                "Blue Heron Stone Branch Office Madrid | madrid | blue heron stone office | '' | '' | branch",
                "'' | '' | '' | '' | '' | ''",
            })
    void takesANameApart(String name, String place, String brand, String business, String form, String branch) {
        EnterpriseName parts = EnterpriseNames.parse(name);
        assertThat(List.of(parts.place(), parts.brand(), parts.business(), parts.form(), parts.branch()))
                .containsExactly(place, brand, business, form, branch);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "蓝鲸石科技有限公司 | 藍鯨石科技有限公司 | EQUAL",
                "ＢＬＵＥ Heron, Ltd. | blue heron ltd | EQUAL",
                "青岛蓝鲸石科技有限公司 | 蓝鲸石科技（青岛）股份有限公司 | SAME_CORE",
                "青岛蓝鲸石科技有限公司 | 蓝鲸石科技有限公司 | SAME_CORE",
                "山东青岛蓝鲸石科技有限公司 | 青岛市蓝鲸石科技有限公司 | SAME_CORE",
                "Blue Heron Stone Ltd | Blue Heron Stone, Inc. | SAME_CORE",
                "Maderas Peñalba SL | Maderas Penalba, Sociedad Limitada | SAME_CORE",
                "Heron Blue Stone | Blue Heron Stone | SAME_CORE",
                "青岛蓝鲸石科技有限公司 | 蓝鲸石 | ABBREVIATED",
                "中国云杉谷商业银行股份有限公司 | 云商行 | ABBREVIATED",
                "Blue Heron Stone Partners | BHSP | ABBREVIATED",
                "蓝鲸石科技有限公司 | 蓝京石科技有限公司 | SIMILAR",
                "Blue Heron Stoneworks Ltd | Blue Herron Stoneworks Ltd | SIMILAR",
                "青岛蓝鲸石科技有限公司 | 上海蓝鲸石科技有限公司 | SHARED_BRAND",
                "蓝鲸石科技有限公司 | 蓝鲸石科技有限公司北京分公司 | SHARED_BRAND",
                "蓝鲸石科技有限公司 | 蓝鲸石餐饮有限公司 | SHARED_BRAND",
                "Blue Heron Stone Ltd | Blue Heron Stone (China) Ltd | SHARED_BRAND",
                "Blue Heron Fund II LP | Blue Heron Fund III LP | SHARED_BRAND",
                "Blue Heron Bank | Blue Heron Insurance | SHARED_BRAND",
                "Blue Heron Bank | Blue Heron Lounge | SHARED_BRAND",
                "Blue Heron Café | Blue Heron Restaurante | SHARED_BRAND",
                "Heron's Deli | Heron's Delicatessen | SAME_CORE",
                "Heron (Boston) | Heron | SAME_CORE",
                "Yun Shan Gourmet Chinese Cuisine | Yun Shan | ABBREVIATED",
                "The Grill | Grill on the Quay of Saint Osyth | ABBREVIATED",
                "The Grill | Heron Grill and Kingfisher | ABBREVIATED",
                "Heron West | Heron Palace | DIFFERENT",
                "Blue Heron (Spain) S.L. | Blue Heron (Portugal) Lda | SHARED_BRAND",
                "青岛蓝鲸石科技有限公司 | Qingdao Lanjingshi Technology Co., Ltd. | TRANSLATED",
                "青岛蓝鲸石银行股份有限公司 | Banco Lanjingshi de Qingdao, S.A. | TRANSLATED",
                "青岛蓝鲸石科技有限公司 | 青岛云杉谷科技有限公司 | DIFFERENT",
                "Blue Heron Stone Ltd | Red Kite Timber Ltd | DIFFERENT",
                "蓝鲸石科技有限公司 | '' | DIFFERENT",
            })
    void gradesTwoNames(String one, String other, NameLevel level) {
        EnterpriseName a = EnterpriseNames.parse(one);
        EnterpriseName b = EnterpriseNames.parse(other);
        NameLikeness found = EnterpriseNames.compare(a, b);
        assertThat(found.level()).as(found.toString()).isEqualTo(level);
        assertThat(EnterpriseNames.compare(b, a)).hasToString(found.toString());
    }

    @Test
    void saysWhatDiffers() {
        assertThat(reasons("青岛蓝鲸石科技有限公司", "上海蓝鲸石科技有限公司")).containsExactly(NameReason.PLACE);
        assertThat(reasons("蓝鲸石科技有限公司", "蓝鲸石科技集团股份有限公司")).containsExactly(NameReason.LEGAL_FORM, NameReason.GROUP);
        assertThat(reasons("Blue Heron Fund II", "Blue Heron Fund III")).containsExactly(NameReason.NUMBER);
        assertThat(reasons("Blue Heron Stone Ltd", "Blue Heron Stone Branch Ltd"))
                .containsExactly(NameReason.BRANCH);
    }

    private static Iterable<NameReason> reasons(String one, String other) {
        return EnterpriseNames.compare(EnterpriseNames.parse(one), EnterpriseNames.parse(other))
                .reasons();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "青岛蓝鲸石科技有限公司 | 蓝鲸石",
                "青岛蓝鲸石科技有限公司 | 上海藍鯨石集团",
                "青岛蓝鲸石科技有限公司 | Qingdao Lanjingshi Technology Co., Ltd.",
                "蓝鲸石科技有限公司 | 蓝京石科技有限公司",
                "Blue Heron Stone Ltd | Stone Blue Heron Inc",
                "Blue Heron Stone Partners | BHSP",
            })
    void givesNamesOfOneEnterpriseAKeyInCommon(String one, String other) {
        List<String> keys = EnterpriseNames.keys(EnterpriseNames.parse(one));
        assertThat(keys).hasSizeBetween(1, 4);
        assertThat(Collections.disjoint(keys, EnterpriseNames.keys(EnterpriseNames.parse(other))))
                .isFalse();
    }
}
