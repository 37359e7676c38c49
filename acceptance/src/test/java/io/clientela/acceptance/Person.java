package io.clientela.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at work over HTTP, with a session like the page's or with a token like a program's. */
final class Person {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> ENDED = Set.of("done", "failed", "cancelled", "paused");
    private static final Duration RUN = Duration.ofMinutes(20);

    private final String address;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();
    private final Map<String, String> headers = new TreeMap<>(Map.of("Accept-Language", "en"));

    Person(String address) {
        this.address = address;
    }

    /** A program with this token. */
    static Person withToken(String address, String token) {
        return new Person(address).with("Authorization", "Bearer " + token);
    }

    Person with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Person signIn(String name, String password) {
        post("/api/v1/session", Map.of("name", name, "password", password)).expect(200);
        return this;
    }

    Answer get(String path) {
        return send("GET", path, Optional.empty(), "application/json");
    }

    Answer post(String path, Object body) {
        return send("POST", path, json(body), "application/json");
    }

    Answer put(String path, Object body) {
        return send("PUT", path, json(body), "application/json");
    }

    Answer patch(String path, Object body) {
        return send("PATCH", path, json(body), "application/json");
    }

    Answer delete(String path) {
        return send("DELETE", path, Optional.empty(), "application/json");
    }

    /** Any method, with a body or without; for tests made from the interface description. */
    Answer call(String method, String path, Optional<Object> body) {
        return send(method, path, body.flatMap(Person::json), "application/json");
    }

    Answer upload(Path file) {
        try {
            String name = URLEncoder.encode(String.valueOf(file.getFileName()), StandardCharsets.UTF_8);
            return send(
                    "POST",
                    "/api/v1/uploads?name=" + name,
                    Optional.of(BodyPublishers.ofFile(file)),
                    "application/octet-stream");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands a file over for a field of a customer. */
    Answer attach(String number, String field, String name, byte[] content) {
        return send(
                "POST",
                "/api/v1/attachments?customer=" + number + "&field=" + field + "&name="
                        + URLEncoder.encode(name, StandardCharsets.UTF_8),
                Optional.of(BodyPublishers.ofByteArray(content)),
                "application/octet-stream");
    }

    /** Looks at a job until it has ended. */
    JsonNode await(String path) {
        long patience = System.nanoTime() + RUN.toNanos();
        while (System.nanoTime() < patience) {
            JsonNode job = get(path).expect(200).json();
            if (ENDED.contains(job.path("state").asString(""))) {
                return job;
            }
            pause();
        }
        throw new AssertionError("still not ended: " + path);
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Optional<BodyPublisher> json(Object body) {
        return Optional.of(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    }

    private Answer send(String method, String path, Optional<BodyPublisher> body, String type) {
        if (!method.equals("GET") && !headers.containsKey("Authorization") && xsrf().isEmpty()) {
            get("/api/v1/session");
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        headers.forEach(request::setHeader);
        body.ifPresent(content -> request.setHeader("Content-Type", type));
        if (!method.equals("GET")) {
            xsrf().ifPresent(token -> request.setHeader("X-XSRF-TOKEN", token));
        }
        request.method(method, body.orElseGet(BodyPublishers::noBody));
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    method + " " + path,
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("ETag").orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private Optional<String> xsrf() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** What came back. */
    record Answer(String asked, int status, byte[] body, String etag) {

        Answer expect(int... wanted) {
            if (Arrays.stream(wanted).noneMatch(each -> each == status)) {
                throw new AssertionError("instead of " + Arrays.toString(wanted) + ": " + this);
            }
            return this;
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return JSON.readTree(body);
        }

        /** The stable code of a refusal. */
        String code() {
            return json().path("code").asString("");
        }

        @Override
        public String toString() {
            return asked + ": " + status + " " + text();
        }
    }
}
