package io.clientela.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a verb of the launcher answered. */
record Verb(int code, String out, String err) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Verb run(Path root, Map<String, String> environment, String... arguments) {
        return run(root, environment, "", arguments);
    }

    static Verb run(Path root, Map<String, String> environment, String input, String... arguments) {
        List<String> command = new ArrayList<>(List.of(root.resolve("clientela").toString()));
        command.addAll(Arrays.asList(arguments));
        try {
            Path out = Files.createTempFile("verb", ".out");
            Path err = Files.createTempFile("verb", ".err");
            Path in = Files.writeString(Files.createTempFile("verb", ".in"), input);
            try {
                ProcessBuilder builder = new ProcessBuilder(command)
                        .redirectInput(in.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
                builder.environment().put("CLIENTELA_AS_BUILT", "1");
                builder.environment().put("LANG", "C.UTF-8");
                builder.environment().putAll(environment);
                Process process = builder.start();
                if (!process.waitFor(20, TimeUnit.MINUTES)) {
                    process.destroyForcibly();
                    throw new AssertionError("the verb doesn't end: " + command);
                }
                return new Verb(process.exitValue(), read(out), read(err));
            } finally {
                Files.delete(out);
                Files.delete(err);
                Files.delete(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    Verb expect(int wanted) {
        if (code != wanted) {
            throw new AssertionError("exit code " + code + " instead of " + wanted + "\n" + out + err);
        }
        return this;
    }

    JsonNode json() {
        return JSON.readTree(out);
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
