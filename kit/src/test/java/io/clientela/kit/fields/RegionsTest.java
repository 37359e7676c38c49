package io.clientela.kit.fields;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.kit.fields.Regions.Place;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionsTest {
    private final Regions regions = CodeLists.shipped().regions();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // parts separated by /, country, code, rest
                "湖南省/长沙市/岳麓区          | CN | CN-430104 |",
                "湖南/长沙/岳麓                | CN | CN-430104 |",
                "北京市/北京市/海淀区          |    | CN-110108 |",
                "北京市/海淀区                 |    | CN-110108 |",
                "北京市/市辖区/海淀区          | CN | CN-110108 | 市辖区",
                "上海市/浦东新区               | CN | CN-310115 |",
                "湖北省/武汉市/武昌区          | CN | CN-420106 |",
                "湖北省/仙桃市                 | CN | CN-429004 |",
                "广东省/东莞市                 | CN | CN-441900 |",
                "朝阳区/北京市                 | CN | CN-110105 |",
                "朝阳区                        | CN |           | 朝阳区",
                "內蒙古自治區/呼和浩特市       | CN | CN-150100 |",
                "内蒙古/呼和浩特               | CN | CN-150100 |",
                "西藏拉萨市城关区              | CN | CN-540102 |",
                "广西/南宁                     | CN | CN-450100 |",
                "新疆维吾尔自治区/伊犁         | CN | CN-654000 |",
                "吉林/吉林市/昌邑区            | CN | CN-220202 |",
                "430104                        | CN | CN-430104 |",
                "110100                        | CN | CN-110000 |",
                "CN-HN                         | CN | CN-430000 |",
                "湖南省/长沙市/不存在区        | CN | CN-430100 | 不存在区",
                "北京市朝阳区科技路123号       |    | CN-110105 | 科技路123号",
                "中国北京市朝阳区科技路123号   |    | CN-110105 | 科技路123号",
                "湖南省长沙市岳麓区科技路953号 | CN | CN-430104 | 科技路953号",
                "湖南省岳麓区科技路953号       | CN | CN-430104 | 科技路953号",
                "长沙岳麓区科技路953号         | CN | CN-430104 | 科技路953号",
                "长沙岳麓                      | CN | CN-430104 |",
                "西安长安路5号                 | CN | CN-610100 | 长安路5号",
                "上海市浦东新区科技路526号     | CN | CN-310115 | 科技路526号",
                "北京市北京市海淀区中关村      | CN | CN-110108 | 中关村",
                "福建省厦门市中山路184号       | CN | CN-350200 | 中山路184号",
                "，南京西路1号                 | CN |           | 南京西路1号",
                "南京西路1号                   | CN |           | 南京西路1号",
                "湖南省 长沙市 岳麓区 麓山路   | CN | CN-430104 | 麓山路",
                "廣東省廣州市天河區體育東路    | CN | CN-440106 | 體育東路",
                "海南/海口                     | CN | CN-460100 |",
                "海南省                        | CN | CN-460000 |",
                "香港                          | CN | HK        |",
                "台湾省                        | CN | TW        |",
                "中国                          |    | CN        |"
            })
    void resolvesChineseAddresses(String parts, String country, String code, String rest) {
        assertPlace(parts, country, code, rest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Madrid                               | ES | ES-M   |",
                "Madrid                               |    | ES-M   |",
                "Comunidad de Madrid                  | ES | ES-MD  |",
                "Sevilla                              | ES | ES-SE  |",
                "sevilla                              |    | ES-SE  |",
                "Bilbao                               | ES | ES-BI  |",
                "Valencia                             | ES | ES-V   |",
                "La Coruña                            | ES | ES-C   |",
                "GUIPUZCOA                            | ES | ES-SS  |",
                "Asturias                             | ES | ES-O   |",
                "Calle Mayor 12, 41001 Sevilla, España |   | ES-SE  | Calle Mayor 12, 41001",
                "塞维利亚                             |    | ES-SE  |",
                "nsw                                  | AU | AU-NSW |",
                "nsw                                  |    | AU-NSW |",
                "VIC                                  | AU | AU-VIC |",
                "wa                                   | AU | AU-WA  |",
                "WA                                   | US | US-WA  |",
                "oatlands/nsw                         | AU | AU-NSW | oatlands",
                "CA                                   | US | US-CA  |",
                "CA                                   |    | CA     |",
                "100 Main St, Austin, TX 78701, USA   |    | US-TX  | 100 Main St, Austin, 78701",
                "Georgia/USA                          |    | US-GA  |",
                "Georgia                              |    | GE     |",
                "Leeds                                | GB |        | Leeds",
                "Leeds/UK                             |    | GB     | Leeds",
                "168 High Street, Bristol, YO1 7HH, UK |   | GB     | 168 High Street, Bristol, YO1 7HH",
                "United Kingdom                       |    | GB     |",
                "GB                                   |    | GB     |",
                "England                              | GB | GB-ENG |",
                "EE.UU.                               |    | US     |",
                "Reino Unido                          |    | GB     |",
                "英国                                 |    | GB     |",
                "Pekín                                |    | CN-110000 |",
                "Changsha, Hunan, China               |    | CN-430100 |",
                "加州                                 |    | US-CA  |",
                "Tokyo/Japan                          |    | JP-13  |",
                "Bayern                               | DE | DE-BY  |",
                "nowhere at all                       |    |        | nowhere at all"
            })
    void resolvesPlacesElsewhere(String parts, String country, String code, String rest) {
        assertPlace(parts, country, code, rest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CN-430104 | zh | 湖南省 长沙市 岳麓区",
                "CN-430104 | en | Yuelu, Changsha, Hunan, China",
                "CN-110105 | zh | 北京市 朝阳区",
                "ES-SE     | es | Sevilla, Andalucía, España",
                "ES-M      | es | Madrid, España",
                "ES-M      | zh | 西班牙 马德里",
                "AU-NSW    | en | New South Wales, Australia",
                "CN        | zh | 中国",
                "GE        | en | Georgia (GE)",
                "ES-IB     | es | Illes Balears (ES-IB), España",
                "somewhere | en | somewhere"
            })
    void writesThePathOfAPlace(String code, String language, String path) {
        assertThat(regions.path(code, language)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CN", "ES", "US", "TW"})
    void readsEveryPlaceBackAsItIsWritten(String country) {
        List<String> astray = new ArrayList<>();
        for (CodeItem item : regions.list().items()) {
            for (String language : List.of("zh", "en", "es")) {
                String written = regions.path(item.code(), language);
                String read = regions.resolve(written, country).code().orElse("nothing");
                if (!read.equals(item.code())) {
                    astray.add(item.code() + " is written " + written + " and read as " + read);
                }
            }
        }
        assertThat(astray).isEmpty();
    }

    @Test
    void keepsCountryAndProvinceWhenAPartContradictsThem() {
        Place place = regions.resolve(List.of("湖南省", "朝阳区"), "CN");
        assertThat(place.code()).contains("CN-430000");
        assertThat(place.rest()).isEqualTo("朝阳区");
    }

    @Test
    void filtersByAPlaceMatchAllBelowIt() {
        assertThat(regions.list().below("CN-430100"))
                .contains("CN-430100", "CN-430104")
                .doesNotContain("CN-430200");
        assertThat(regions.list().below("ES")).contains("ES-AN", "ES-SE");
    }

    @Test
    void hasEveryParentItNames() {
        assertThat(regions.list().items())
                .filteredOn(item -> !item.parent().isEmpty())
                .allSatisfy(item -> assertThat(regions.list().item(item.parent()))
                        .as(item.code())
                        .isPresent());
    }

    private void assertPlace(String parts, String country, String code, String rest) {
        Place place = regions.resolve(List.of(parts.split("/")), country == null ? "" : country);
        assertThat(place.code().orElse(null)).isEqualTo(code);
        assertThat(place.rest()).isEqualTo(rest == null ? "" : rest);
    }
}
