package io.clientela.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientela.access.TestBrowser;
import io.clientela.access.TestBrowser.Answer;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import tools.jackson.databind.JsonNode;

@ServerTest
class LastResortTest {

    @Autowired
    LastResort filter;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    private MockHttpServletResponse failing(Exception failure) throws ServletException, IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(new MockHttpServletRequest("GET", "/api/v1/session"), response, (request, answer) -> {
            answer.getWriter().write("an answ");
            if (failure instanceof RuntimeException now) {
                throw now;
            }
            throw new ServletException(failure);
        });
        return response;
    }

    @Test
    void aDatabaseThatIsAwayIsUnavailable() throws Exception {
        Exception lost = new SQLException("the line went dead", "08006");
        for (Exception failure : new Exception[] {
            new CannotCreateTransactionException("no connection"),
            new TransactionSystemException("no commit", lost),
            lost
        }) {
            MockHttpServletResponse response = failing(failure);
            assertThat(response.getStatus()).isEqualTo(503);
            assertThat(Json.read(response.getContentAsString(), JsonNode.class)
                            .path("code")
                            .asString())
                    .isEqualTo("unavailable");
        }
    }

    @Test
    void anythingElseIsAnIncidentThatQuotesNothing() throws Exception {
        MockHttpServletResponse response = failing(new IllegalStateException("430104197110263614"));
        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        assertThat(response.getContentAsString())
                .contains("arg_incident")
                .doesNotContain("430104197110263614", "an answ");
    }

    @Test
    void anAnswerThatHasBegunIsLeftToTheContainer() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        assertThatThrownBy(() -> filter.doFilter(
                        new MockHttpServletRequest("GET", "/api/v1/session"), response, (request, answer) -> {
                            answer.flushBuffer();
                            throw new IllegalStateException("broke");
                        }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(response.getStatus()).isEqualTo(200);
    }

    @Test
    void aParameterWithAnImpossibleNameIsTheAskersFault() {
        Answer answer = TestBrowser.admin(port).get("/api/v1/pool?a%00b=1");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("bad_request");
    }

    @Test
    void sessionsThatCannotBeReadAreWorded() {
        TestBrowser admin = TestBrowser.admin(port);
        sql.sql("alter table access.web_session rename to web_session_away").update();
        try {
            Answer answer = admin.get("/api/v1/session");
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.code()).isEqualTo("internal");
        } finally {
            sql.sql("alter table access.web_session_away rename to web_session").update();
        }
    }
}
