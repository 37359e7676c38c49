package io.clientela.audit;

import io.clientela.audit.AuditSearch.Item;
import io.clientela.platform.Messages;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The trail in words. An action's text is {@code audit.action.<action>}, for changes of access with what was changed behind it; a
 * detail's is {@code audit.detail.<key>}.
 */
@Component
public class AuditWords {

    private static final String ACTION = "audit.action.";
    private static final String GROUP = "audit.group.";
    private static final Set<String> SIGNING_IN = Set.of("signed_in", "signed_out", "sign_in_failed");

    /** Details whose values are ids of things with names. */
    private static final Map<String, String> NAMED = Map.of(
            "user",
            "account",
            "account",
            "account",
            "head",
            "account",
            "department",
            "department",
            "parent",
            "department",
            "roles",
            "role");

    private final Messages messages;
    private final ObjectProvider<SubjectNames> names;

    AuditWords(Messages messages, ObjectProvider<SubjectNames> names) {
        this.messages = messages;
        this.names = names;
    }

    /** What was done. */
    public String action(Item item, String language) {
        String what = item.detail().getOrDefault("what", "");
        String key = what.isEmpty() ? item.action() : item.action() + "." + what;
        return messages.text(
                messages.has(ACTION + key, language) ? ACTION + key : ACTION + item.action(), language, Map.of());
    }

    /** Everything that can be asked for, in its groups. */
    public List<Known> actions(String language) {
        return messages.keys(language).stream()
                .filter(key -> key.startsWith(ACTION))
                .map(key -> key.substring(ACTION.length()))
                .filter(action -> !action.startsWith("access.changed."))
                .map(action -> new Known(
                        action,
                        messages.text(ACTION + action, language, Map.of()),
                        group(action),
                        messages.text(GROUP + group(action), language, Map.of())))
                .sorted(Comparator.comparing(Known::group).thenComparing(Known::key))
                .toList();
    }

    /** The details of a row, each with what it is called. */
    public List<Told> details(Item item, String language) {
        return item.detail().entrySet().stream()
                .filter(entry ->
                        !entry.getKey().equals("what") && !entry.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Told(entry.getKey(), detail(entry.getKey(), language), value(entry, language)))
                .toList();
    }

    /** The name of the other thing a row concerns; empty where it has none. */
    public Optional<String> subject(String subject, String language) {
        int colon = subject.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        return name(subject.substring(0, colon), subject.substring(colon + 1), language);
    }

    /** What people call the account that acted. */
    public Optional<String> actor(long id, String language) {
        return id == 0 ? Optional.empty() : name("account", Long.toString(id), language);
    }

    private Optional<String> name(String kind, String id, String language) {
        return names.stream()
                .filter(teller -> teller.kind().equals(kind))
                .findFirst()
                .flatMap(teller -> teller.name(id, language));
    }

    private String detail(String key, String language) {
        String setting = "setting." + key.replaceFirst("_before$", "");
        String text = messages.has("audit.detail." + key, language) ? "audit.detail." + key : setting;
        return messages.has(text, language) ? messages.text(text, language, Map.of()) : key;
    }

    /** Words for what the product itself said: a code, a function, whether something is so. */
    private String value(Map.Entry<String, String> entry, String language) {
        for (String key : List.of(
                "audit.value." + entry.getKey() + "." + entry.getValue(),
                "function." + entry.getValue(),
                "job." + entry.getValue(),
                "error." + entry.getValue() + ".cause")) {
            if (messages.has(key, language)
                    && !messages.text(key, language, Map.of()).contains("{")) {
                return messages.text(key, language, Map.of());
            }
        }
        Optional<String> kind = Optional.ofNullable(NAMED.get(entry.getKey().replaceFirst("_before$", "")));
        return kind.map(of -> Arrays.stream(entry.getValue().split(","))
                        .map(id -> name(of, id, language).orElse(id))
                        .collect(Collectors.joining(", ")))
                .orElse(entry.getValue());
    }

    private static String group(String action) {
        if (SIGNING_IN.contains(action)) {
            return "sign_in";
        }
        int dot = action.indexOf('.');
        return dot < 0 ? action : action.substring(0, dot);
    }

    /** An action that can be asked for. */
    public record Known(String key, String label, String group, String groupLabel) {}

    /** One detail. */
    public record Told(String key, String label, String value) {}
}
