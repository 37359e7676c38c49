package io.clientela.cli;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Sends a file, follows its run to the end and says what became of the rows. */
@Command(name = "import")
final class Import implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final Server server = new Server();

    @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "file")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--type", paramLabel = "TYPE", descriptionKey = "type")
    private Optional<RecordKind> type = Optional.empty();

    @Option(names = "--mode", paramLabel = "MODE", descriptionKey = "mode")
    private Optional<Mode> mode = Optional.empty();

    @Option(names = "--key", paramLabel = "FIELD", descriptionKey = "key")
    private Optional<String> key = Optional.empty();

    @Option(names = "--dates", paramLabel = "ORDER", descriptionKey = "dates")
    private Optional<Dates> dates = Optional.empty();

    @Option(names = "--template", paramLabel = "NAME", descriptionKey = "template")
    private Optional<String> template = Optional.empty();

    @Option(names = "--dry-run", descriptionKey = "dry-run")
    private boolean dryRun;

    @Option(names = "--errors", paramLabel = "OUT.csv", descriptionKey = "errors")
    private Optional<Path> errors = Optional.empty();

    @Option(names = "--resume", paramLabel = "RUN", descriptionKey = "resume")
    private Optional<String> resume = Optional.empty();

    Import(Console console) {
        this.console = console;
    }

    /** How rows meet the files that are there. */
    enum Mode {
        insert,
        update,
        upsert
    }

    /** The order of day, month and year. */
    enum Dates {
        dmy,
        mdy,
        ymd
    }

    @Override
    public Integer call() throws IOException {
        if (file.isPresent() == resume.isPresent()) {
            console.say("file_or_resume");
            return Main.MISUSED;
        }
        Api api = server.api(console.words());
        String run = resume.isPresent() ? resumed(api, resume.get()) : started(api, file.get());
        JsonNode ended = new Following(api, console).toTheEnd("/api/v1/imports/" + run, run);
        if (errors.isPresent()) {
            api.download("/api/v1/imports/" + run + "/refused.csv", errors.get());
        }
        console.answer(result(ended));
        return told(ended) ? 0 : Main.FAILED;
    }

    private String started(Api api, Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new NoSuchFileException(path.toString());
        }
        console.say("uploading", path, String.valueOf(Files.size(path)));
        String name = URLEncoder.encode(String.valueOf(path.getFileName()), StandardCharsets.UTF_8);
        JsonNode upload = api.upload("/api/v1/uploads?name=" + name, path);
        Map<String, Object> wish = new LinkedHashMap<>();
        wish.put("upload", upload.path("id").asLong());
        type.ifPresent(each -> wish.put("type", each.name()));
        mode.ifPresent(each -> wish.put("mode", each.name()));
        template.ifPresent(each -> wish.put("templateName", each));
        key.ifPresent(each -> wish.put("key", each));
        dates.ifPresent(each -> wish.put("dates", each.name()));
        wish.put("dryRun", dryRun);
        String run = api.post("/api/v1/imports", wish).path("id").asString("");
        console.say("run", run);
        return run;
    }

    private static String resumed(Api api, String run) {
        String state = api.get("/api/v1/imports/" + run).path("state").asString("");
        if (state.equals("paused")) {
            api.put("/api/v1/imports/" + run + "/resumption");
        }
        return run;
    }

    private static Map<String, Object> result(JsonNode run) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("run", run.path("id").asLong());
        for (String text : new String[] {"state", "type", "mode"}) {
            result.put(text, run.path(text).asString(""));
        }
        result.put("dryRun", run.path("dryRun").asBoolean(false));
        for (String count :
                new String[] {"rows", "accepted", "created", "updated", "unchanged", "refused", "warnings"}) {
            result.put(count, run.path(count).asLong(0));
        }
        result.put("seconds", run.path("seconds").asDouble(0));
        return result;
    }

    /** True when all rows were processed; else the reason is told. */
    private boolean told(JsonNode run) {
        String state = run.path("state").asString("");
        if (state.equals("done")) {
            return true;
        }
        JsonNode error = run.path("error");
        String cause = error.path("detail").asString("");
        console.say("run_ended", state, cause, error.path("remedy").asString(""));
        return false;
    }
}
