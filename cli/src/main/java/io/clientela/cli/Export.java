package io.clientela.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Takes customers out again, as far as the user may. */
@Command(name = "export")
final class Export implements Callable<Integer> {

    private static final List<String> FORMATS = List.of("csv", "tsv", "xlsx", "json", "vcf");

    private final Console console;

    @Mixin
    private final Server server = new Server();

    @Parameters(paramLabel = "OUT", descriptionKey = "out")
    private Path out = Path.of("");

    @Option(names = "--type", paramLabel = "TYPE", descriptionKey = "type", defaultValue = "individual")
    private RecordKind type = RecordKind.individual;

    @Option(names = "--filter", paramLabel = "FIELD=VALUE", descriptionKey = "filter")
    private List<String> filters = List.of();

    @Option(names = "--as-of", paramLabel = "TIME", descriptionKey = "as-of")
    private Optional<String> asOf = Optional.empty();

    Export(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Map<String, Object> wish = new LinkedHashMap<>();
        wish.put("type", type.name());
        wish.put("format", format());
        wish.put("filter", Filters.parse(filters));
        asOf.ifPresent(moment -> wish.put("asOf", moment(moment).toString()));
        Api api = server.api(console.words());
        String job = api.post("/api/v1/exports", wish).path("id").asString("");
        JsonNode ended = new Following(api, console).toTheEnd("/api/v1/exports/" + job, job);
        if (!ended.path("state").asString("").equals("done")) {
            console.say(
                    "export_ended",
                    ended.path("state").asString(""),
                    ended.path("error").asString(""));
            return Main.FAILED;
        }
        api.download("/api/v1/exports/" + job + "/content", out);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("export", ended.path("id").asLong());
        result.put("file", out.toString());
        result.put("rows", ended.path("processed").asLong(0));
        console.answer(result);
        return 0;
    }

    private String format() {
        String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
        for (String format : FORMATS) {
            if (name.endsWith("." + format)) {
                return format;
            }
        }
        throw new Trouble("export_ending", out);
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new Trouble("bad_moment", text);
        }
    }
}
