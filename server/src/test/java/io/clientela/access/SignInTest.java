package io.clientela.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.access.TestBrowser.Answer;
import io.clientela.kernel.Functions;
import io.clientela.platform.OnPostgres;
import io.clientela.platform.ServerTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class SignInTest {

    private static final String SESSION = "/api/v1/session";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Test
    void administratorSignsInAndIsToldWhoTheyAre() {
        TestBrowser browser = TestBrowser.admin(port);
        Answer answer = browser.get(SESSION);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/user/name").asString()).isEqualTo("admin");
        assertThat(answer.json().at("/user/department/name").asString()).isEqualTo("总部");
        assertThat(answer.json().at("/user/mustChangePassword").asBoolean()).isFalse();
        assertThat(answer.json().path("scope").asString()).isEqualTo("all");
        assertThat(answer.json().path("functions").size()).isEqualTo(Functions.ALL.size());
    }

    @Test
    void nobodySignedInIsToldSoInTheirLanguage() {
        TestBrowser browser = new TestBrowser(port);
        assertThat(browser.speaking("es").get(SESSION).json().path("detail").asString())
                .isEqualTo("No ha iniciado sesión o su sesión ha terminado.");
        Answer chinese = browser.speaking("zh-CN,zh;q=0.9").get("/api/v1/customers");
        assertThat(chinese.status()).isEqualTo(401);
        assertThat(chinese.header("Content-Type")).startsWith("application/problem+json");
        assertThat(chinese.code()).isEqualTo("not_signed_in");
        assertThat(chinese.json().path("detail").asString()).isEqualTo("您尚未登录，或会话已结束。");
    }

    @Test
    void refusesWritesWithoutTheCsrfHeader() {
        TestBrowser browser = TestBrowser.admin(port).with("X-XSRF-TOKEN", "wrong");
        Answer answer = browser.put(SESSION + "/language", Map.of("language", "en"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("csrf_refused");
    }

    @Test
    void sessionGetsNewIdAtSignInAndEndsAtSignOut() {
        TestBrowser browser = TestBrowser.admin(port);
        String first = browser.cookie("SESSION").orElseThrow();
        browser.signIn("ADMIN", OnPostgres.ADMIN_PASSWORD);
        assertThat(browser.cookie("SESSION").orElseThrow()).isNotEqualTo(first);
        assertThat(browser.delete(SESSION).status()).isEqualTo(204);
        assertThat(browser.get(SESSION).status()).isEqualTo(401);
    }

    @Test
    void locksNameAfterFiveFailuresWhetherSomebodyBearsItOrNot() {
        for (String name : new String[] {"nobody@example.org", "lin.wei"}) {
            TestBrowser browser = new TestBrowser(port);
            for (int i = 0; i < 5; i++) {
                Answer wrong = browser.post(SESSION, Map.of("name", name, "password", "not this one"));
                assertThat(wrong.status()).isEqualTo(401);
                assertThat(wrong.code()).isEqualTo("sign_in_failed");
                assertThat(wrong.body()).doesNotContain(name);
            }
            Answer locked = browser.post(SESSION, Map.of("name", name, "password", "not this one"));
            assertThat(locked.status()).isEqualTo(429);
            assertThat(locked.code()).isEqualTo("sign_in_locked");
        }
    }

    @Test
    void sessionCookieIsStrictAndHttpOnlyAndHeadersLeaveLittleRoom() {
        TestBrowser browser = new TestBrowser(port);
        browser.get(SESSION);
        Answer answer = browser.post(SESSION, Map.of("name", "admin", "password", OnPostgres.ADMIN_PASSWORD));
        assertThat(answer.headers("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("SESSION=")
                        .contains("HttpOnly")
                        .contains("SameSite=Strict"));
        assertThat(answer.header("Content-Security-Policy"))
                .contains("script-src 'self';")
                .contains("frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Permissions-Policy")).contains("camera=()");
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void partsOfThePageBringNothingOfAnybodys() {
        Answer answer = new TestBrowser(port).get("/assets/nothing.js");
        assertThat(answer.headers("Set-Cookie")).isEmpty();
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void sessionHoldsAnAccountItsTimeAndWhereItBeganOnly() {
        TestBrowser.admin(port);
        assertThat(sql.sql("""
                                select distinct a.attribute_name
                                from access.web_session_attributes a
                                order by 1
                                """).query(String.class).list())
                .containsExactly(
                        "account",
                        "device",
                        "org.springframework.session.FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME",
                        "origin",
                        "since");
    }

    @Test
    void whatThePageAsksByItselfIsNoUseOfTheSession() {
        TestBrowser browser = TestBrowser.admin(port);
        long before = aged(browser, 600);
        TestBrowser alone = browser.with("Clientela-Unattended", "true");
        assertThat(alone.get("/api/v1/jobs").status()).isEqualTo(200);
        assertThat(alone.get(SESSION).json().at("/user/name").asString()).isEqualTo("admin");
        assertThat(lastUse(browser)).isEqualTo(before);
        // Writing is never done by itself, whatever the header says.
        assertThat(alone.put(SESSION + "/language", Map.of("language", "zh")).status())
                .isEqualTo(204);
        assertThat(lastUse(browser)).isGreaterThan(before);
    }

    @Test
    void sessionThatNobodyUsesEndsWhileItsPageStaysOpen() {
        TestBrowser browser = TestBrowser.admin(port);
        TestBrowser alone = browser.with("Clientela-Unattended", "true");
        assertThat(alone.get("/api/v1/jobs").status()).isEqualTo(200);
        aged(browser, 48 * 3600);
        assertThat(alone.get("/api/v1/jobs").code()).isEqualTo("not_signed_in");
        assertThat(new TestBrowser(port)
                        .with("Clientela-Unattended", "true")
                        .get(SESSION)
                        .status())
                .isEqualTo(401);
    }

    /** Lets the session have rested for so long; answers when it was used last. */
    private long aged(TestBrowser browser, long seconds) {
        sql.sql("""
                        update access.web_session
                        set last_access_time = last_access_time - :millis,
                            expiry_time = expiry_time - :millis
                        where session_id = :id
                        """)
                .param("millis", seconds * 1000)
                .param("id", sessionId(browser))
                .update();
        return lastUse(browser);
    }

    private long lastUse(TestBrowser browser) {
        return sql.sql("""
                        select s.last_access_time
                        from access.web_session s
                        where s.session_id = :id
                        """).param("id", sessionId(browser)).query(Long.class).single();
    }

    /** The cookie holds it in another spelling. */
    private static String sessionId(TestBrowser browser) {
        String cookie = browser.cookie("SESSION").orElseThrow();
        return new String(Base64.getDecoder().decode(cookie), StandardCharsets.UTF_8);
    }

    @Test
    void healthIsOpen() {
        Answer answer = new TestBrowser(port).get("/health");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("status").asString()).isEqualTo("UP");
    }
}
