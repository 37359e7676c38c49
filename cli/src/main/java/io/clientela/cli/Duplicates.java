package io.clientela.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Has the whole base compared and writes which customers are one, as far as the user sees them. */
@Command(name = "duplicates")
final class Duplicates implements Callable<Integer> {

    private static final String RUNS = "/api/v1/duplicates/runs";

    private final Console console;

    @Mixin
    private final Server server = new Server();

    @Parameters(paramLabel = "OUT", descriptionKey = "groups")
    private Path out = Path.of("");

    @Option(names = "--explain", descriptionKey = "explain")
    private boolean explain;

    Duplicates(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Api api = server.api(console.words());
        String run = api.post(RUNS, Map.of()).path("id").asString("");
        JsonNode ended = new Following(api, console).toTheEnd(RUNS + "/" + run, run);
        if (!ended.path("state").asString("").equals("done")) {
            console.say(
                    "duplicates_ended",
                    ended.path("state").asString(""),
                    ended.path("error").asString(""));
            return Main.FAILED;
        }
        api.download("/api/v1/duplicates/groups?explain=" + explain, out);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("run", ended.path("id").asLong());
        result.put("file", out.toString());
        result.put("customers", ended.path("rows").asLong());
        result.put("groups", ended.path("groups").asLong());
        result.put("same", ended.path("sameFiles").asLong());
        result.put("ask", ended.path("askFiles").asLong());
        console.answer(result);
        return 0;
    }
}
