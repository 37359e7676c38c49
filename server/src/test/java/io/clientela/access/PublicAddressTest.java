package io.clientela.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.access.TestBrowser.Answer;
import io.clientela.platform.ServerTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The address one-time links are made with, over the interface. */
@ServerTest
class PublicAddressTest {

    private static final String PASSWORD = "copper lantern 7";

    @LocalServerPort
    int port;

    private TestBrowser admin;

    @BeforeEach
    void signIn() {
        admin = TestBrowser.admin(port).speaking("en");
    }

    @AfterEach
    void nobodyHasSaidIt() {
        say(admin, "");
    }

    @Test
    void linksBearItOnceSomebodyHasSaidIt() {
        Invited before = invited("address.before");
        assertThat(before.link()).isEmpty();
        assertThat(say(admin, "https://clients.example.com:8443/").status()).isEqualTo(200);
        Invited after = invited("address.after");
        assertThat(after.link()).isEqualTo("https://clients.example.com:8443/welcome?code=" + after.code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clients.example.com",
                "javascript:alert(1)",
                "https://somebody@clients.example.com",
                "https://clients.example.com/clientela",
                "https://clients.example.com?to=",
                "https://clients.example.com#x",
                "https://clients example.com",
                "https://",
                "http://clients.example.com:99999"
            })
    void whatIsNoAddressIsRefused(String text) {
        Answer answer = say(admin, text);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/fields/0/code").asString()).isEqualTo("setting_address");
        assertThat(answer.json().at("/fields/0/remedy").asString()).contains("https://");
    }

    @Test
    void whoManagesSettingsOnlyDoesNotSayWhereCodesGo() {
        Map<String, Object> role = Map.of(
                "labels",
                Map.of("en", "Caretaker"),
                "functions",
                List.of("settings.manage"),
                "scope",
                "none",
                "fields",
                List.of());
        assertThat(admin.put("/api/v1/roles/address_caretaker", role).status()).isEqualTo(200);
        Map<String, Object> user = new HashMap<>(user("address.caretaker"));
        user.put("roles", List.of("address_caretaker"));
        user.put("password", PASSWORD);
        user.put("mustChangePassword", false);
        assertThat(admin.post("/api/v1/users", user).status()).isEqualTo(201);
        TestBrowser caretaker = new TestBrowser(port).signIn("address.caretaker", PASSWORD);

        assertThat(say(caretaker, "https://elsewhere.example.com").code()).isEqualTo("no_right");
        assertThat(caretaker
                        .get("/api/v1/settings/address")
                        .json()
                        .path("changeable")
                        .asBoolean())
                .isFalse();
        assertThat(admin.get("/api/v1/settings/address")
                        .json()
                        .path("changeable")
                        .asBoolean())
                .isTrue();
        assertThat(invited("address.safe").link()).isEmpty();
    }

    private Invited invited(String name) {
        Answer made = admin.post("/api/v1/users", user(name));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return new Invited(
                made.json().path("code").asString(""), made.json().path("link").asString(""));
    }

    private static Map<String, Object> user(String name) {
        return Map.of("name", name, "displayName", name, "language", "en", "departmentId", 1, "roles", List.of());
    }

    private static Answer say(TestBrowser browser, String address) {
        return browser.put(
                "/api/v1/settings/address", Map.of("values", Map.of("address.public", address), "reason", "moved"));
    }

    private record Invited(String code, String link) {}
}
