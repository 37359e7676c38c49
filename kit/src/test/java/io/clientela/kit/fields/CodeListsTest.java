package io.clientela.kit.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeListsTest {
    private final CodeLists lists = CodeLists.shipped();

    @Test
    void haveEveryListTheCatalogueNames() {
        Catalogue catalogue = Catalogue.shipped();
        assertThat(catalogue.fields())
                .filteredOn(field -> !field.codeList().isEmpty())
                .allSatisfy(field -> assertThat(
                                field.type() == FieldType.LIST
                                        ? catalogue.type(field.codeList()).isPresent()
                                        : lists.find(field.codeList()).isPresent())
                        .as(field.key())
                        .isTrue());
    }

    @Test
    void nameEveryItemInThreeLanguages() {
        for (String key : lists.keys()) {
            for (CodeItem item : lists.items(key)) {
                assertThat(List.of(
                                item.label().zh(),
                                item.label().en(),
                                item.label().es()))
                        .as(key + " " + item.code())
                        .noneMatch(String::isBlank);
            }
        }
    }

    @Test
    void haveNoNameThatMeansTwoThingsInAShortList() {
        for (String key : lists.keys()) {
            if (List.of("region", "country", "industry", "currency").contains(key)) {
                continue;
            }
            CodeList list = lists.list(key);
            for (CodeItem item : list.items()) {
                assertThat(item.synonyms())
                        .allSatisfy(name -> assertThat(list.resolve(name, "").code())
                                .as(key + " " + name)
                                .contains(item.code()));
            }
        }
    }

    @Test
    void readEveryLabelBackAsItsOwnItem() {
        for (String key : lists.keys()) {
            if (List.of("region", "industry").contains(key)) {
                continue;
            }
            CodeList list = lists.list(key);
            for (CodeItem item : list.items()) {
                for (String language : List.of("zh", "en", "es")) {
                    assertThat(list.resolve(item.label().in(language), "").code())
                            .as(key + " " + item.label().in(language))
                            .contains(item.code());
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gender            | 男              |    | male",
                "gender            | F               |    | female",
                "gender            | Mujer           |    | female",
                "source_channel    | 官网注册        |    | website",
                "source_channel    | 老客户介绍      |    | referral",
                "source_channel    | 合作机构推荐    |    | partner",
                "source_channel    | 展会            |    | exhibition",
                "source_channel    | 面谈            |    | interview",
                "source_channel    | 电话访谈        |    | phone_interview",
                "source_channel    | 電話訪談        |    | phone_interview",
                "source_channel    | Feria           |    | exhibition",
                "enterprise_nature | 合资独资        |    | joint_venture",
                "enterprise_nature | 事业法人及社团  |    | public_institution",
                "enterprise_nature | 其它            |    | other",
                "industry          | 金融业          |    | gbt:J",
                "industry          | 金融            | CN | gbt:J",
                "industry          | 批发零售业      |    | gbt:F",
                "industry          | 教育            |    | gbt:P",
                "industry          | 信息传输、软件和信息技术服务业 |  | gbt:I",
                "industry          | 租赁和商务服务业 |   | gbt:L",
                "industry          | 制造业          | ES | nace:C",
                "industry          | Manufacturing   |    | nace:C",
                "industry          | Manufacturing   | CN | gbt:C",
                "industry          | Construcción    | ES | nace:F",
                "industry          | nace:62         |    | nace:62",
                "currency          | 人民币          |    | CNY",
                "currency          | eur             |    | EUR",
                "currency          | 美元            |    | USD",
                "country           | UK              |    | GB",
                "country           | EEUU            |    | US",
                "country           | ESP             |    | ES",
                "document_type     | DNI             |    | nif",
                "document_type     | 身份证          |    | resident_id",
                "education         | 本科            |    | bachelor",
                "needs             | 车险            |    | 车险"
            })
    void resolveWhatPeopleWrite(String list, String text, String country, String code) {
        assertThat(lists.list(list)
                        .resolve(text, country == null ? "" : country)
                        .code())
                .contains(code);
    }

    @Test
    void findItemsByAPartOfTheirName() {
        assertThat(lists.list("region").search("岳麓", 10))
                .extracting(CodeItem::code)
                .containsExactly("CN-430104");
        assertThat(lists.list("region").search("sevi", 10))
                .extracting(CodeItem::code)
                .contains("ES-SE");
        assertThat(lists.list("region").search("Madrid", 2))
                .extracting(CodeItem::code)
                .containsExactly("ES-M", "ES-MD");
        assertThat(lists.list("industry").search("gbt:65", 10))
                .extracting(CodeItem::code)
                .contains("gbt:65");
        assertThat(lists.list("gender").search("", 2)).hasSize(2);
    }

    @Test
    void refuseToGuess() {
        assertThat(lists.list("gender").resolve("沙发", "")).isInstanceOf(Resolution.Unknown.class);
        assertThat(lists.list("region").resolve("朝阳区", "CN")).isInstanceOf(Resolution.Ambiguous.class);
    }

    @Test
    void haveTheSectionsAndDivisionsOfBothClassifications() {
        CodeList industry = lists.list("industry");
        assertThat(industry.items())
                .filteredOn(item -> item.code().matches("gbt:[A-T]"))
                .hasSize(20);
        assertThat(industry.items())
                .filteredOn(item -> item.code().matches("gbt:\\d\\d"))
                .hasSize(97);
        assertThat(industry.items())
                .filteredOn(item -> item.code().matches("nace:[A-U]"))
                .hasSize(21);
        assertThat(industry.items())
                .filteredOn(item -> item.code().matches("nace:\\d\\d"))
                .hasSize(88);
        assertThat(industry.below("nace:J")).contains("nace:62").doesNotContain("nace:64");
    }

    @Test
    void takeItemsOfTheHouse() {
        CodeItem fleet = new CodeItem("fleet", "", new Texts("车队", "Fleet", "Flota"), List.of());
        CodeLists more = lists.with(Map.of("needs", List.of(fleet)));
        assertThat(more.list("needs").resolve("flota", "").code()).contains("fleet");
        assertThat(more.list("needs").label("fleet", "zh")).isEqualTo("车队");
        assertThat(lists.list("needs").item("fleet")).isEmpty();
    }
}
