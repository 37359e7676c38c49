package io.clientela.fields;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.access.TestBrowser;
import io.clientela.platform.ServerTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServerTest
class CatalogueOverHttpTest {

    @LocalServerPort
    int port;

    private TestBrowser admin;

    @BeforeEach
    void signIn() {
        admin = TestBrowser.admin(port);
    }

    @Test
    void givesTheCatalogueInTheLanguageOfTheReader() {
        JsonNode chinese = admin.speaking("zh").get("/api/v1/catalogue").json();
        assertThat(field(chinese, "individual", "name").path("label").asString())
                .isEqualTo("客户姓名");
        assertThat(chinese.at("/types/1/label").asString()).isEqualTo("企业客户");
        assertThat(chinese.at("/sections/individual/0/key").asString()).isEqualTo("basic");

        JsonNode spanish = admin.speaking("es").get("/api/v1/catalogue").json();
        assertThat(field(spanish, "individual", "document_number").path("label").asString())
                .isEqualTo("Número de documento");
    }

    @Test
    void saysWhatTheReaderMayDoWithEachField() {
        JsonNode catalogue = admin.speaking("en").get("/api/v1/catalogue").json();
        JsonNode needs = field(catalogue, "individual", "needs");
        assertThat(needs.path("type").asString()).isEqualTo("CHOICES");
        assertThat(needs.path("many").asBoolean()).isTrue();
        assertThat(needs.at("/rights/read").asString()).isEqualTo("clear");
        JsonNode document = field(catalogue, "individual", "document_number");
        assertThat(document.path("grade").asString()).isEqualTo("WANTED");
        assertThat(document.at("/rights/read").asString()).isIn("clear", "masked");
        assertThat(document.at("/rights/write").asBoolean()).isTrue();
    }

    @Test
    void opensTheRegionsLevelByLevel() {
        assertThat(codes("region?parent=")).contains("CN", "ES", "GB").doesNotContain("CN-430000");
        assertThat(codes("region?parent=CN")).hasSize(31).contains("CN-430000");
        assertThat(codes("region?parent=CN-430100")).contains("CN-430104");
        JsonNode district = admin.speaking("zh")
                .get("/api/v1/code-lists/region?parent=CN-430100")
                .json()
                .at("/items/0");
        assertThat(district.path("parent").asString()).isEqualTo("CN-430100");
        assertThat(district.path("leaf").asBoolean()).isTrue();
    }

    @Test
    void findsPlacesWithTheirWholePath() {
        JsonNode found = admin.speaking("zh")
                .get("/api/v1/code-lists/region?q=%E9%95%BF%E6%B2%99%E5%B2%B3%E9%BA%93&limit=5")
                .json();
        assertThat(found.at("/items/0/code").asString()).isEqualTo("CN-430104");
        assertThat(found.at("/items/0/label").asString()).isEqualTo("湖南省 长沙市 岳麓区");
        assertThat(codes("region?q=CN-430104&limit=5")).first().isEqualTo("CN-430104");
        assertThat(codes("industry?q=software&limit=20")).contains("gbt:65", "nace:62");
    }

    @Test
    void offersColleaguesAsChoices() {
        assertThat(codes("user?q=adm")).isNotEmpty();
        assertThat(codes("user?q=nobody-of-that-name")).isEmpty();
    }

    @Test
    void knowsNoOtherList() {
        assertThat(admin.get("/api/v1/code-lists/shoes").status()).isEqualTo(404);
        assertThat(new TestBrowser(port).get("/api/v1/catalogue").status()).isEqualTo(401);
    }

    private List<String> codes(String list) {
        List<String> codes = new ArrayList<>();
        admin.speaking("en")
                .get("/api/v1/code-lists/" + list)
                .json()
                .path("items")
                .forEach(item -> codes.add(item.path("code").asString()));
        return codes;
    }

    private static JsonNode field(JsonNode catalogue, String record, String key) {
        for (JsonNode field : catalogue.path("fields")) {
            if (field.path("record").asString().equals(record)
                    && field.path("key").asString().equals(key)) {
                return field;
            }
        }
        throw new AssertionError("no field " + record + "." + key);
    }
}
