package io.clientela.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds customers as the search box does. */
@Command(name = "find")
final class Find implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final Server server = new Server();

    @Parameters(paramLabel = "TEXT", descriptionKey = "text")
    private String text = "";

    @Option(names = "--type", paramLabel = "TYPE", descriptionKey = "type")
    private Optional<RecordKind> type = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", descriptionKey = "limit", defaultValue = "20")
    private int limit;

    Find(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        String path = "/api/v1/customers?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + "&limit=" + limit
                + type.map(each -> "&type=" + each.name()).orElse("");
        console.out().println(server.api(console.words()).get(path));
        return 0;
    }
}
