package io.clientela.customer;

import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.check.Fault;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.Field.Grade;
import io.clientela.platform.Json;
import io.clientela.platform.Settings;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is asked of a new file: the plan in force as a governed setting, else the grades shipped with the catalogue. */
@Component
public class CollectionPlan {

    /** Setting: {@code {"version": "…", "grades": {"individual.email": "required"}}}. */
    static final String SETTING = "collection.plan";

    private static final String SHIPPED = "shipped-1";
    private static final long FRESH_MILLIS = 2_000;

    private final Settings settings;
    private final FieldCatalogue fields;
    private final Clock clock;
    private volatile Plan current = new Plan(SHIPPED, -FRESH_MILLIS, new Asked(Catalogue.shipped(), Map.of()));

    CollectionPlan(Settings settings, FieldCatalogue fields, Clock clock) {
        this.settings = settings;
        this.fields = fields;
        this.clock = clock;
    }

    /** Version of the plan in force now; every file says under which it was collected. */
    public String version() {
        return plan().version();
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
            wanted.add(Cleaning.problem(Reach.first(fields.catalogue(), submission.record()), "no_way_to_reach"));
        }
        return wanted;
    }

    /** What a record type is asked for this much. */
    List<Field> asked(String record, Grade grade) {
        return plan().asked().of(record, grade);
    }

    private List<FieldProblem> lacking(String record, FileState state, Grade grade, String code) {
        List<FieldProblem> lacking = new ArrayList<>();
        for (Field field : asked(record, grade)) {
            if (state.value(field.key()).isEmpty() && state.items(field.key()).isEmpty()) {
                lacking.add(Cleaning.problem(field.key(), code));
            }
        }
        return lacking;
    }

    private Plan plan() {
        Plan known = current;
        long now = clock.millis();
        Catalogue catalogue = fields.catalogue();
        if (now - known.readAt() < FRESH_MILLIS && known.asked().catalogue() == catalogue) {
            return known;
        }
        Stored stored = settings.at(SETTING, Instant.ofEpochMilli(now))
                .map(json -> Json.read(json, Stored.class))
                .orElse(new Stored(SHIPPED, Map.of()));
        Plan fresh = new Plan(stored.version(), now, Asked.of(catalogue, stored.grades()));
        current = fresh;
        return fresh;
    }

    private record Plan(String version, long readAt, Asked asked) {}

    private record Stored(String version, Map<String, String> grades) {}

    /** The plan in force, sorted out once: which fields of a record type it asks for how much. */
    private record Asked(Catalogue catalogue, Map<String, Map<Grade, List<Field>>> byRecord) {

        static Asked of(Catalogue catalogue, Map<String, String> grades) {
            return new Asked(
                    catalogue,
                    catalogue.fields().stream()
                            .filter(field -> !field.retired())
                            .collect(Collectors.groupingBy(
                                    Field::record, Collectors.groupingBy(field -> grade(field, grades)))));
        }

        private static Grade grade(Field field, Map<String, String> grades) {
            return Optional.ofNullable(grades.get(field.record() + "." + field.key()))
                    .map(text -> Grade.valueOf(text.toUpperCase(Locale.ROOT)))
                    .orElse(field.grade());
        }

        List<Field> of(String record, Grade grade) {
            return byRecord.getOrDefault(record, Map.of()).getOrDefault(grade, List.of());
        }
    }

    /** Fields by which a customer can be reached. */
    private static final class Reach {
        private static final List<String> WAYS = List.of("mobile", "phone", "email", "wechat", "address");

        /** The first such field of a record type: where it is said that there is none. */
        static String first(Catalogue catalogue, String record) {
            return WAYS.stream()
                    .filter(way -> catalogue.find(record, way).isPresent())
                    .findFirst()
                    .orElseThrow();
        }

        static boolean any(FileState state) {
            return WAYS.stream().anyMatch(way -> !state.value(way).isEmpty())
                    || state.items("contacts").values().stream()
                            .anyMatch(contact -> WAYS.stream().anyMatch(contact::containsKey));
        }
    }
}
