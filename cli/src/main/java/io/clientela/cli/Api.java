package io.clientela.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server's interface as the verbs use it: JSON in and out, files streamed, refusals as the server words them. */
final class Api {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final String address;
    private final Optional<String> token;
    private final Words words;

    Api(String address, Optional<String> token, Words words) {
        this.address = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        this.token = token;
        this.words = words;
    }

    JsonNode get(String path) {
        return json(request(path).GET().build());
    }

    JsonNode post(String path, Object body) {
        return json(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build());
    }

    JsonNode put(String path) {
        return json(request(path).PUT(BodyPublishers.noBody()).build());
    }

    /** Sends a file as it lies on the disk; it is never held in memory. */
    JsonNode upload(String path, Path file) throws IOException {
        BodyPublisher content = BodyPublishers.ofFile(file);
        return json(request(path)
                .header("Content-Type", "application/octet-stream")
                .POST(content)
                .build());
    }

    /** Writes what the server sends to {@code target}, which appears only when it is whole. */
    void download(String path, Path target) throws IOException {
        HttpResponse<InputStream> response = send(request(path).GET().build(), BodyHandlers.ofInputStream());
        Path folder = target.toAbsolutePath().getParent();
        Path part = Files.createTempFile(folder, ".clientela", ".part");
        try (InputStream body = response.body()) {
            if (response.statusCode() >= 400) {
                throw refusal(response.statusCode(), body.readAllBytes());
            }
            Files.copy(body, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Asks and doesn't mind the answer. */
    void touch(String path) {
        send(request(path).GET().build(), BodyHandlers.discarding());
    }

    private HttpRequest.Builder request(String path) {
        URI uri;
        try {
            uri = URI.create(address + path);
        } catch (IllegalArgumentException e) {
            throw new Trouble("bad_url", address);
        }
        if (uri.getHost() == null || !String.valueOf(uri.getScheme()).startsWith("http")) {
            throw new Trouble("bad_url", address);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Accept-Language", words.language())
                .header("Accept", "application/json, application/problem+json, */*;q=0.5");
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request;
    }

    private JsonNode json(HttpRequest request) {
        HttpResponse<byte[]> response = send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() >= 400) {
            throw refusal(response.statusCode(), response.body());
        }
        try {
            return response.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(response.body());
        } catch (JacksonException e) {
            throw new Trouble("not_clientela", address);
        }
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw new Unreachable(address);
        } catch (IOException e) {
            throw new Unreachable(address);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("interrupted");
        }
    }

    private RuntimeException refusal(int status, byte[] body) {
        try {
            JsonNode problem = JSON.readTree(body);
            String cause = problem.path("detail").asString("");
            if (!cause.isEmpty()) {
                StringBuilder sentence = new StringBuilder(cause);
                String remedy = problem.path("remedy").asString("");
                if (!remedy.isEmpty()) {
                    sentence.append(' ').append(remedy);
                }
                for (JsonNode field : problem.path("fields")) {
                    sentence.append("\n  ")
                            .append(field.path("field").asString(""))
                            .append(": ")
                            .append(field.path("message").asString(""))
                            .append(' ')
                            .append(field.path("remedy").asString(""));
                }
                return Trouble.worded(sentence.toString());
            }
        } catch (JacksonException e) {
            // Somebody else answers there; said below.
        }
        return status == 401 ? new Trouble("token_refused") : new Trouble("not_clientela", address);
    }

    /** Nobody answers, perhaps only for the moment. */
    static final class Unreachable extends RuntimeException {
        private Unreachable(String address) {
            super(address);
        }
    }
}
