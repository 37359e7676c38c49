package io.clientela.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at work over HTTP with a session like the page's. */
final class Client implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> ENDED = Set.of("done", "failed", "cancelled", "paused");

    private final String address;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();

    private Client(String address) {
        this.address = address;
    }

    static Client signIn(String address) throws IOException, InterruptedException {
        Client client = new Client(address);
        client.get("/api/v1/session", 401);
        client.post("/api/v1/session", Map.of("name", "admin", "password", Product.ADMIN_PASSWORD));
        return client;
    }

    /** Uploads a list, imports it and waits for the end; the time runs from the order to import it, its recognition included, to the end. */
    Import imported(Path file) throws IOException, InterruptedException {
        JsonNode upload = send(
                "POST",
                "/api/v1/uploads?name=" + file.getFileName(),
                BodyPublishers.ofFile(file),
                "application/octet-stream",
                201);
        long start = System.nanoTime();
        JsonNode run =
                post("/api/v1/imports", Map.of("upload", upload.path("id").asLong()));
        String path = "/api/v1/imports/" + run.path("id").asLong();
        while (!ENDED.contains(run.path("state").asString(""))) {
            Thread.sleep(50);
            run = get(path, 200);
        }
        double wall = (System.nanoTime() - start) / 1e9;
        return new Import(run, wall);
    }

    /** Has all customers of a kind written out and fetches the file; the time runs from the order to the last byte of it. */
    Exported exported(String format, Path file) throws IOException, InterruptedException {
        long start = System.nanoTime();
        JsonNode run = post("/api/v1/exports", Map.of("type", "individual", "format", format));
        String path = "/api/v1/exports/" + run.path("id").asLong();
        while (!ENDED.contains(run.path("state").asString(""))) {
            Thread.sleep(50);
            run = get(path, 200);
        }
        double made = (System.nanoTime() - start) / 1e9;
        if (!run.path("state").asString("").equals("done")) {
            throw new IOException("the export ended otherwise: " + run);
        }
        HttpRequest content = HttpRequest.newBuilder(URI.create(address + path + "/content"))
                .GET()
                .build();
        HttpResponse<Path> response = http.send(content, BodyHandlers.ofFile(file));
        if (response.statusCode() != 200) {
            throw new IOException(path + "/content: " + response.statusCode());
        }
        return new Exported(made, (System.nanoTime() - start) / 1e9, Files.size(file));
    }

    /** Has the whole base compared with itself and waits for the end. */
    JsonNode compared() throws IOException, InterruptedException {
        JsonNode run = post("/api/v1/duplicates/runs", Map.of());
        String path = "/api/v1/duplicates/runs/" + run.path("id").asLong();
        while (!ENDED.contains(run.path("state").asString(""))) {
            Thread.sleep(50);
            run = get(path, 200);
        }
        if (!run.path("state").asString("").equals("done")) {
            throw new IOException("the comparison ended otherwise: " + run);
        }
        return run;
    }

    private JsonNode get(String path, int expected) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(address + path)).GET().build(), expected);
    }

    JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return send("POST", path, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)), "application/json", 0);
    }

    JsonNode put(String path, Object body) throws IOException, InterruptedException {
        return send("PUT", path, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)), "application/json", 0);
    }

    private JsonNode send(String method, String path, BodyPublisher body, String type, int expected)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).header("Content-Type", type);
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return answer(request.method(method, body).build(), expected);
    }

    private JsonNode answer(HttpRequest request, int expected) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        boolean fine = expected == 0 ? response.statusCode() / 100 == 2 : response.statusCode() == expected;
        if (!fine) {
            throw new IOException(request.uri() + ": " + response.statusCode() + " "
                    + new String(response.body(), java.nio.charset.StandardCharsets.UTF_8));
        }
        return response.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(response.body());
    }

    @Override
    public void close() {
        http.close();
    }

    /**
     * A file that was fetched.
     *
     * @param made seconds until it was ready
     * @param wall seconds until it was here
     */
    record Exported(double made, double wall, long bytes) {

        @Override
        public String toString() {
            return "%s s, ready after %s s, %s MB"
                    .formatted(Figures.two(wall), Figures.two(made), Figures.two(bytes / 1e6));
        }
    }

    /** A run that ended, and the seconds it took as seen from outside. */
    record Import(JsonNode run, double wall) {

        long count(String key) {
            return run.path(key).asLong();
        }

        /** The product's own figure. */
        double seconds() {
            return run.path("seconds").asDouble();
        }

        Import expectDone() throws IOException {
            if (!run.path("state").asString("").equals("done") || count("created") == 0) {
                throw new IOException("the import ended otherwise: " + run);
            }
            return this;
        }

        @Override
        public String toString() {
            return "%d created, %d refused, %d with warnings"
                    .formatted(count("created"), count("refused"), count("warnings"));
        }
    }
}
