package io.clientela.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.access.TestBrowser.Answer;
import io.clientela.platform.ServerTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@ServerTest
// A database apart: what the installation made is named anew.
@TestPropertySource(properties = {"clientela.admin.password=", "clientela.test.apart=first"})
class FirstAdministratorTest {

    private static final String SESSION = "/api/v1/session";

    @LocalServerPort
    int port;

    @Autowired
    FirstAdministrator administrator;

    @Autowired
    Accounts accounts;

    @Test
    void comesInOnceWithTheCodeAndCanDoNothingBeforeSettingPassword() {
        String code = administrator.code().orElseThrow();
        TestBrowser browser = new TestBrowser(port).speaking("en");
        assertThat(browser.post(SESSION, Map.of("code", "guessed")).code()).isEqualTo("sign_in_code_invalid");
        Answer bearer = browser.post(SESSION + "/code", Map.of("code", code));
        assertThat(bearer.json().path("name").asString())
                .as("asking uses nothing up")
                .isEqualTo("admin");
        assertThat(browser.post(SESSION + "/code", Map.of("code", "guessed")).code())
                .isEqualTo("sign_in_code_invalid");
        Answer entered = browser.post(SESSION, Map.of("code", code));
        assertThat(entered.status()).as(entered.toString()).isEqualTo(200);
        assertThat(entered.json().at("/user/mustChangePassword").asBoolean()).isTrue();
        assertThat(entered.json().at("/user/displayName").asString())
                .as("said in the language of the page")
                .isEqualTo("Administrator");
        assertThat(entered.json().at("/user/language").asString()).isEqualTo("en");
        assertThat(entered.json().at("/user/department/name").asString()).isEqualTo("Head office");
        assertThat(browser.get("/api/v1/users").code()).isEqualTo("password_change_needed");

        Answer common = browser.put(SESSION + "/password", Map.of("password", "password123"));
        assertThat(common.status()).isEqualTo(422);
        assertThat(common.json().at("/fields/0/code").asString()).isEqualTo("password_common");
        assertThat(common.body()).doesNotContain("password123");

        assertThat(browser.put(SESSION + "/password", Map.of("password", "copper lantern 7"))
                        .status())
                .isEqualTo(204);
        assertThat(browser.get("/api/v1/users").status()).isEqualTo(200);
        assertThat(new TestBrowser(port).post(SESSION, Map.of("code", code)).code())
                .isEqualTo("sign_in_code_invalid");
        assertThat(new TestBrowser(port)
                        .post(SESSION + "/code", Map.of("code", code))
                        .code())
                .isEqualTo("sign_in_code_invalid");
        new TestBrowser(port).signIn("admin", "copper lantern 7");

        long admin = accounts.find("admin").orElseThrow().id();
        String again = accounts.invite(Actors.system(), admin).code().orElseThrow();
        Answer back = new TestBrowser(port).speaking("es").post(SESSION, Map.of("code", again));
        assertThat(back.status()).as(back.toString()).isEqualTo(200);
        assertThat(back.json().at("/user/displayName").asString())
                .as("who comes back is called as before")
                .isEqualTo("Administrator");
        assertThat(back.json().at("/user/language").asString()).isEqualTo("en");
        assertThat(back.json().at("/user/department/name").asString()).isEqualTo("Head office");
    }
}
