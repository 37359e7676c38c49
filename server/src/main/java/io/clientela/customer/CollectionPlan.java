package io.clientela.customer;

import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.check.Fault;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.Field.Grade;
import io.clientela.platform.Json;
import io.clientela.platform.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is asked of a new file: the plan in force as a governed setting, else the grades shipped with the catalogue. */
@Component
public class CollectionPlan {

    /** Setting: {@code {"version": "…", "grades": {"individual.email": "required"}}}. */
    static final String SETTING = "collection.plan";

    private static final String SHIPPED = "shipped-1";
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Settings settings;
    private final FieldCatalogue fields;
    private final Clock clock;
    private volatile Plan current = new Plan(SHIPPED, Map.of(), Instant.EPOCH);

    CollectionPlan(Settings settings, FieldCatalogue fields, Clock clock) {
        this.settings = settings;
        this.fields = fields;
        this.clock = clock;
    }

    /** Version of the plan in force now; every file says under which it was collected. */
    public String version() {
        return plan().version();
    }

    /** Grade of a field under the plan in force. */
    public Grade grade(Field field) {
        return Optional.ofNullable(plan().grades().get(field.record() + "." + field.key()))
                .map(text -> Grade.valueOf(text.toUpperCase(java.util.Locale.ROOT)))
                .orElse(field.grade());
    }

    /** Required fields that would be empty. */
    List<FieldProblem> missing(String record, FileState state) {
        return lacking(record, state, Grade.REQUIRED, Fault.REQUIRED.code());
    }

    /** Wanted fields that are empty, and no way to reach the customer. */
    List<FieldProblem> wanted(Submission submission, FileState state) {
        List<FieldProblem> wanted =
                new ArrayList<>(lacking(submission.record(), state, Grade.WANTED, "wanted_missing"));
        if (!Reach.any(state)) {
            wanted.add(Cleaning.problem("mobile", "no_way_to_reach"));
        }
        return wanted;
    }

    private List<FieldProblem> lacking(String record, FileState state, Grade grade, String code) {
        List<FieldProblem> lacking = new ArrayList<>();
        for (Field field : fields.catalogue().fields(record)) {
            if (!field.retired()
                    && grade(field) == grade
                    && state.value(field.key()).isEmpty()
                    && state.items(field.key()).isEmpty()) {
                lacking.add(Cleaning.problem(field.key(), code));
            }
        }
        return lacking;
    }

    private Plan plan() {
        Plan known = current;
        Instant now = clock.instant();
        if (known.readAt().plus(FRESH).isAfter(now)) {
            return known;
        }
        Plan fresh = settings.at(SETTING, now)
                .map(json -> Json.read(json, Stored.class))
                .map(stored -> new Plan(stored.version(), stored.grades(), now))
                .orElse(new Plan(SHIPPED, Map.of(), now));
        current = fresh;
        return fresh;
    }

    private record Plan(String version, Map<String, String> grades, Instant readAt) {}

    private record Stored(String version, Map<String, String> grades) {}

    /** Fields by which a customer can be reached. */
    private static final class Reach {
        private static final List<String> WAYS = List.of("mobile", "phone", "email", "wechat", "address");

        static boolean any(FileState state) {
            return WAYS.stream().anyMatch(way -> !state.value(way).isEmpty())
                    || state.items("contacts").values().stream()
                            .anyMatch(contact -> WAYS.stream().anyMatch(contact::containsKey));
        }
    }
}
