package io.clientela.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Which running server a verb talks to, and as whom. */
final class Server {

    @Option(names = "--url", paramLabel = "URL", descriptionKey = "url")
    private Optional<String> url = Optional.empty();

    @Option(names = "--token", paramLabel = "TOKEN", descriptionKey = "token")
    private Optional<String> token = Optional.empty();

    Api api(Words words) {
        String address = url.or(() -> environment("CLIENTELA_URL")).orElse("http://127.0.0.1:8080");
        Optional<String> secret = token.or(() -> environment("CLIENTELA_TOKEN"));
        if (secret.isEmpty()) {
            throw new Trouble("no_token");
        }
        return new Api(address, secret, words);
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
