package io.clientela.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.platform.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever adds an action to the trail says what it is called. */
class AuditWordsTest {

    private static final Pattern ACTION =
            Pattern.compile("AuditEvent\\s*\\.(?:by|of)\\(([^;]*?)\\)[;\\n.]", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("\"([a-z_]+(?:\\.[a-z_]+)?)\"");
    private static final Pattern TOLD = Pattern.compile("changes\\.told\\(([^;]*?);", Pattern.DOTALL);
    private static final Set<String> NO_ACTIONS = Set.of("system", "cli");

    private final Messages messages = new Messages();

    @Test
    void everyActionInTheSourcesHasWordsInEveryLanguage() throws IOException {
        Set<String> lacking = new TreeSet<>();
        Set<String> found = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/io/clientela"))) {
            for (Path file :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                actions(source).forEach(found::add);
            }
        }
        assertThat(found).contains("customer.created", "sign_in_failed", "access.changed.user", "export.made");
        for (String action : found) {
            for (String language : Messages.LANGUAGES) {
                if (!messages.has("audit.action." + action, language)) {
                    lacking.add(action + " in " + language);
                }
            }
        }
        assertThat(lacking).isEmpty();
    }

    private static Set<String> actions(String source) {
        Set<String> found = new TreeSet<>();
        Matcher events = ACTION.matcher(source);
        while (events.find()) {
            Matcher texts = TEXT.matcher(events.group(1));
            while (texts.find()) {
                if (!NO_ACTIONS.contains(texts.group(1))) {
                    found.add(texts.group(1));
                }
            }
        }
        Matcher told = TOLD.matcher(source);
        while (told.find()) {
            // The second argument says what was changed; a choice of two has both.
            String[] arguments = told.group(1).split(",", 3);
            Matcher texts = TEXT.matcher(arguments.length > 1 ? arguments[1] : "");
            while (texts.find()) {
                found.add("access.changed." + texts.group(1));
            }
        }
        return found;
    }
}
