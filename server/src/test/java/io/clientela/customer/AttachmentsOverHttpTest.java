package io.clientela.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.access.TestBrowser;
import io.clientela.access.TestBrowser.Answer;
import io.clientela.fields.FieldCatalogue;
import io.clientela.fields.OwnFields;
import io.clientela.kit.fields.FieldType;
import io.clientela.platform.ServerTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Files of fields as programs and browsers meet them. */
@ServerTest
class AttachmentsOverHttpTest {

    private static final byte[] PDF = "%PDF-1.7\nhola".getBytes(StandardCharsets.US_ASCII);

    @LocalServerPort
    int port;

    @Autowired
    FieldCatalogue catalogue;

    @Autowired
    JdbcClient sql;

    private TestBrowser admin = new TestBrowser(0);
    private String number = "";

    @BeforeEach
    void aCustomerWithAField() {
        new OwnFields(sql, catalogue)
                .declare("individual", "own_file", FieldType.FILE, Map.of("rule", "attachment", "sealed", true));
        admin = TestBrowser.admin(port).speaking("en");
        number = admin.post("/api/v1/customers", Map.of("type", "individual", "values", Map.of("name", "文件网")))
                .json()
                .path("number")
                .asString();
    }

    private Answer up(String name, byte[] content) {
        return admin.postBytes(
                "/api/v1/attachments?customer=" + number + "&field=own_file&name="
                        + java.net.URLEncoder.encode(name, StandardCharsets.UTF_8),
                content);
    }

    private Answer said(Object value) {
        return admin.call("PATCH", "/api/v1/customers/" + number, Map.of("values", Map.of("own_file", value)));
    }

    @Test
    void aFileGoesUpIsEnteredAndComesDownAsSomethingToSave() {
        Answer up = up("合同 \"1\".pdf", PDF);
        assertThat(up.status()).as(up.toString()).isEqualTo(201);
        long id = up.json().path("id").asLong();
        assertThat(said(id).status()).isEqualTo(200);
        JsonNode cell = admin.get("/api/v1/customers/" + number).json().at("/values/own_file");
        assertThat(cell.at("/value/id").asLong()).isEqualTo(id);
        assertThat(cell.at("/value/name").asString()).isEqualTo("合同 _1_.pdf");
        assertThat(cell.at("/value/size").asLong()).isEqualTo(PDF.length);
        assertThat(cell.at("/value/type").asString()).isEqualTo("application/pdf");
        assertThat(cell.at("/value/sha256").asString()).hasSize(64);

        Answer down = admin.get("/api/v1/customers/" + number + "/attachments/" + id);
        assertThat(down.body().getBytes(StandardCharsets.US_ASCII)).isEqualTo(PDF);
        assertThat(down.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(down.header("Content-Length")).isEqualTo(Integer.toString(PDF.length));
        assertThat(down.header("Content-Disposition")).startsWith("attachment;").contains("UTF-8''%E5%90%88");
        assertThat(down.headers("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(down.headers("Content-Security-Policy")).containsExactly("sandbox; default-src 'none'");
        assertThat(down.header("Cache-Control")).contains("no-store");
    }

    @Test
    void whatIsRefusedSaysWhyAndWhatToDo() {
        Answer refused = up("virus.exe", new byte[] {'M', 'Z'});
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("attachment_dangerous");
        assertThat(refused.json().path("remedy").asString()).contains("PDF");
        assertThat(up("a.pdf", new byte[0]).code()).isEqualTo("attachment_empty");
        assertThat(up("a.png", PDF).code()).isEqualTo("attachment_mismatch");
        assertThat(up("a.dwg", PDF).json().path("remedy").asString()).contains("pdf, jpg");
        // Larger than what a server reads on after an answer, and yet answered.
        byte[] large = new byte[21_000_000];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        Answer tooLarge = up("a.pdf", large);
        assertThat(tooLarge.status()).isEqualTo(413);
        assertThat(tooLarge.json().path("detail").asString()).contains("20 MB");
    }

    @Test
    void nothingOddBreaksIt() {
        assertThat(admin.postBytes("/api/v1/attachments", PDF).status()).isEqualTo(400);
        assertThat(admin.postBytes("/api/v1/attachments?customer=C20000101999&field=own_file&name=a.pdf", PDF)
                        .status())
                .isEqualTo(404);
        assertThat(admin.postBytes("/api/v1/attachments?customer=" + number + "&field=name&name=a.pdf", PDF)
                        .status())
                .isEqualTo(404);
        assertThat(admin.get("/api/v1/customers/" + number + "/attachments/0").status())
                .isEqualTo(404);
        assertThat(admin.get("/api/v1/customers/" + number + "/attachments/x").status())
                .isEqualTo(400);
        assertThat(said(Map.of("masked", true, "text", "••••")).code()).isEqualTo("masked_value_sent_back");
        assertThat(said("17.0").status()).isEqualTo(422);
        assertThat(said(-1).status()).isEqualTo(422);
        assertThat(new TestBrowser(port)
                        .get("/api/v1/customers/" + number + "/attachments/1")
                        .status())
                .isEqualTo(401);
        JsonNode limits = admin.get("/api/v1/attachments/limits").json();
        assertThat(limits.path("bytes").asLong()).isEqualTo(20_000_000);
    }
}
