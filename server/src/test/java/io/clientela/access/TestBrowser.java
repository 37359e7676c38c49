package io.clientela.access;

import io.clientela.platform.Json;
import io.clientela.platform.OnPostgres;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A browser reduced to what the interface sees of one: cookies, the CSRF header, a language. Or a program with a token. */
public final class TestBrowser {

    private final String base;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final Map<String, String> headers = new TreeMap<>();

    public TestBrowser(int port) {
        base = "http://127.0.0.1:" + port;
    }

    /** A browser with the first administrator signed in. */
    public static TestBrowser admin(int port) {
        return new TestBrowser(port).signIn(FirstAdministrator.NAME, OnPostgres.ADMIN_PASSWORD);
    }

    public TestBrowser speaking(String language) {
        return with("Accept-Language", language);
    }

    /** Sends this header with every request from now on. */
    public TestBrowser with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** Signs in and fails unless that works. */
    public TestBrowser signIn(String name, String password) {
        Answer answer = post("/api/v1/session", Map.of("name", name, "password", password));
        if (answer.status() != 200) {
            throw new AssertionError("sign-in failed: " + answer);
        }
        return this;
    }

    public Answer get(String path) {
        return send("GET", path, Optional.empty());
    }

    public Answer post(String path, Object body) {
        return send("POST", path, Optional.of(body));
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, Optional.of(body));
    }

    /** Any method; one that takes a body gets this one. */
    public Answer call(String method, String path, Object body) {
        return "GET".equals(method) || "DELETE".equals(method)
                ? send(method, path, Optional.empty())
                : send(method, path, Optional.of(body));
    }

    /** The same, for what the caller looked at in this version. */
    public Answer held(long version, String method, String path, Object body) {
        headers.put("If-Match", "\"" + version + "\"");
        try {
            return call(method, path, body);
        } finally {
            headers.remove("If-Match");
        }
    }

    /** Posts a text as it is. */
    public Answer postText(String path, String text) {
        return send("POST", path, Optional.of(new Plain(text)));
    }

    private record Plain(String text) {}

    /** Posts bytes as they are. */
    public Answer postBytes(String path, byte[] bytes) {
        return send("POST", path, Optional.of(bytes));
    }

    public Answer delete(String path) {
        return send("DELETE", path, Optional.empty());
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    private Answer send(String method, String path, Optional<Object> body) {
        boolean writes = !"GET".equals(method);
        if (writes
                && !headers.containsKey("Authorization")
                && cookie("XSRF-TOKEN").isEmpty()) {
            send("GET", "/api/v1/session", Optional.empty());
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        boolean plain = body.filter(Plain.class::isInstance).isPresent();
        boolean raw = body.filter(byte[].class::isInstance).isPresent();
        body.ifPresent(given -> request.header(
                "Content-Type",
                raw ? "application/octet-stream" : plain ? "text/csv;charset=UTF-8" : "application/json"));
        if (writes) {
            cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        }
        headers.forEach(request::setHeader);
        request.method(
                method,
                body.map(given -> given instanceof byte[] bytes
                                ? HttpRequest.BodyPublishers.ofByteArray(bytes)
                                : HttpRequest.BodyPublishers.ofString(
                                        given instanceof Plain(String text) ? text : Json.write(given)))
                        .orElseGet(HttpRequest.BodyPublishers::noBody));
        try {
            return new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public JsonNode json() {
            return Json.read(response.body(), JsonNode.class);
        }

        /** The stable code of a problem. */
        public String code() {
            return json().path("code").asString("");
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public List<String> headers(String name) {
            return response.headers().allValues(name);
        }

        @Override
        public String toString() {
            return status() + " " + body();
        }
    }
}
