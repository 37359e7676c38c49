package io.clientela.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests that no handler ever sees. */
@ServerTest
class BareRefusalsTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/%zz HTTP/1.1",
                "GET /api/v1/customers?q=%zz HTTP/1.1",
                "GET /api/v1/customers/%00 HTTP/1.1",
                "GET /api/v1/../../etc/passwd HTTP/1.1",
                "GET /api/v1/a%5Cb HTTP/1.1",
                "GET /api/v1/customers;x=1 HTTP/1.1",
                "TRACE /api/v1/session HTTP/1.1",
                "PROPFIND /api/v1/session HTTP/1.1"
            })
    void areWordedLikeAllOthers(String request) throws IOException {
        assertWorded(answer(request, ""));
    }

    @Test
    void nameNoLanguageAtAllAndAreAnsweredInOurs() throws IOException {
        assertWorded(answer("GET /api/v1/%5C HTTP/1.1", "Accept-Language: -\r\n"));
    }

    @Test
    void sayNothingOfTheContainer() throws IOException {
        assertThat(answer("GET /api/v1/%zz HTTP/1.1", "X-Large: " + "x".repeat(9_000) + "\r\n"))
                .doesNotContain("Tomcat", "<html");
    }

    private static void assertWorded(String answer) {
        assertThat(answer)
                .containsPattern("^HTTP/1.1 4\\d\\d")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("\"code\":\"", "\"remedy\":\"")
                .doesNotContain("timestamp", "Tomcat", "<html");
    }

    private String answer(String request, String more) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((request + "\r\nHost: here\r\nConnection: close\r\n" + more + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
