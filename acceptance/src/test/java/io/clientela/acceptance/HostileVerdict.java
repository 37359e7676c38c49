package io.clientela.acceptance;

import io.clientela.platform.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What must hold for every answer, whoever asked whatever. */
final class HostileVerdict {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What only the inside of the product would say. */
    private static final List<String> INSIDES = List.of(
            "org.springframework",
            "java.lang.",
            "java.util.",
            "io.clientela.",
            "org.postgresql",
            "org.apache.",
            "tools.jackson",
            "com.fasterxml",
            "\tat ",
            "SQLSTATE",
            "StackTrace",
            "Caused by",
            "Apache Tomcat",
            HostileValues.EVALUATED);

    private final Messages messages = new Messages();

    /** What is wrong with an answer, nothing where all is as it should be. */
    List<String> faults(HostileCall call, RawWire.Answer answer) {
        List<String> faults = new ArrayList<>();
        if (answer.status() == 0) {
            faults.add("no answer");
            return faults;
        }
        if (answer.status() >= 500) {
            faults.add("a server's fault");
        }
        if (answer.headers().containsKey(HostileValues.INJECTED)) {
            faults.add("a header of the caller's making");
        }
        if (answer.status() >= 400 && !call.method.equals("HEAD")) {
            problem(answer).ifPresent(faults::add);
        }
        String text = text(answer);
        String said = call.said();
        INSIDES.stream()
                .filter(each -> text.contains(each) && !said.contains(each))
                .forEach(each -> faults.add("tells of its insides: " + each));
        return faults;
    }

    private Optional<String> problem(RawWire.Answer answer) {
        if (!answer.header("content-type").startsWith("application/problem+json")) {
            return Optional.of("no problem details but " + answer.header("content-type"));
        }
        try {
            JsonNode problem = JSON.readTree(answer.body());
            String code = problem.path("code").asString("");
            if (!messages.has("error." + code + ".cause", "en")) {
                return Optional.of("an unknown code: " + code);
            }
            if (problem.path("status").asInt() != answer.status()) {
                return Optional.of("two statuses");
            }
            for (JsonNode field : problem.path("fields")) {
                if (!messages.has("fault." + field.path("code").asString("") + ".cause", "en")) {
                    return Optional.of("an unknown fault: " + field.path("code").asString(""));
                }
            }
            return Optional.empty();
        } catch (JacksonException e) {
            return Optional.of("problem details that can't be read");
        }
    }

    /** All an answer tells; a workbook is opened for it. */
    static String text(RawWire.Answer answer) {
        byte[] body = answer.body();
        boolean zipped = body.length > 4 && body[0] == 'P' && body[1] == 'K';
        return zipped ? unzipped(body) : answer.headers() + " " + answer.text();
    }

    private static String unzipped(byte[] body) {
        StringBuilder all = new StringBuilder();
        try {
            Path kept = Files.createTempFile("answer", ".zip");
            try {
                Files.write(kept, body);
                // Read by its directory, as spreadsheet programs do: what is written in one go gives sizes only there.
                try (ZipFile zip = new ZipFile(kept.toFile())) {
                    for (ZipEntry entry : Collections.list(zip.entries())) {
                        all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            } finally {
                Files.delete(kept);
            }
        } catch (IOException e) {
            throw new AssertionError("a workbook that can't be opened", e);
        }
        return all.toString();
    }
}
