package io.clientela.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.access.TestBrowser;
import io.clientela.access.TestBrowser.Answer;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServerTest
class BodyLimitTest {

    @LocalServerPort
    int port;

    private String token;

    @BeforeEach
    void signIn() {
        token = TestBrowser.admin(port)
                .post("/api/v1/tokens", Map.of("label", "sends much", "days", 1))
                .json()
                .path("token")
                .asString();
    }

    private Answer post(String path, BodyPublisher body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(body)
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return new Answer(http.send(request, HttpResponse.BodyHandlers.ofString()));
        }
    }

    private static byte[] body(int length) {
        return ("{\"type\":\"" + "a".repeat(length) + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    private static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    @Test
    void refusesWhatSaysThatItIsTooLong() throws Exception {
        Answer answer = post("/api/v1/exports", BodyPublishers.ofByteArray(body(BodyLimit.MOST)));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("too_large");
    }

    @Test
    void refusesWhatTurnsOutToBeTooLong() throws Exception {
        Answer answer = post("/api/v1/exports", chunked(body(BodyLimit.MOST)));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("too_large");
    }

    @Test
    void readsWhatIsJustShortEnough() throws Exception {
        assertThat(post("/api/v1/exports", chunked(body(BodyLimit.MOST - 20))).status())
                .isNotEqualTo(413);
    }

    @Test
    void takesFilesOfAnyLength() throws Exception {
        Answer answer = post("/api/v1/uploads?name=long.csv", chunked(body(2 * BodyLimit.MOST)));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(Json.read(answer.body(), JsonNode.class).path("size").asLong())
                .isGreaterThan(2 * BodyLimit.MOST);
    }

    @Test
    void refusesDeepNestsAndLongReasons() throws Exception {
        String deep = "{\"filter\":" + "[".repeat(60) + "]".repeat(60) + "}";
        assertThat(post("/api/v1/exports", BodyPublishers.ofString(deep)).code())
                .isEqualTo("bad_request");
        String reason = "{\"type\":\"individual\",\"reason\":\"" + "a".repeat(1_001) + "\"}";
        assertThat(post("/api/v1/exports", BodyPublishers.ofString(reason)).code())
                .isEqualTo("bad_request");
    }
}
