package io.clientela.kit.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rules over several fields of one record. */
public final class RecordChecks {

    private static final List<RecordCheck> ALL = List.of(RecordChecks::againstResidentId);

    private RecordChecks() {}

    public static List<RecordCheck> all() {
        return ALL;
    }

    /** A resident id states birth date and gender for life; the region is where it was first given, so it only hints. */
    private static List<Finding> againstResidentId(Map<String, String> values) {
        String type = values.getOrDefault("document_type", "");
        if (!type.isEmpty() && !type.equals("resident_id")) {
            return List.of();
        }
        List<Finding> out = new ArrayList<>();
        ResidentId.facts(values.getOrDefault("document_number", "")).ifPresent(facts -> {
            birthDate(values.getOrDefault("birth_date", ""), facts, out);
            gender(values.getOrDefault("gender", ""), facts, out);
            region(values.getOrDefault("region", ""), facts, out);
        });
        return List.copyOf(out);
    }

    private static void birthDate(String birthDate, ResidentId.Facts facts, List<Finding> out) {
        String stated = facts.birthDate().toString();
        if (birthDate.length() != stated.length() || birthDate.equals(stated)) {
            return;
        }
        StringBuilder parts = new StringBuilder();
        addIfDifferent(parts, "year", birthDate, stated, 0, 4);
        addIfDifferent(parts, "month", birthDate, stated, 5, 7);
        addIfDifferent(parts, "day", birthDate, stated, 8, 10);
        out.add(new Finding(
                "birth_date", Problem.of(Fault.BIRTH_DATE_CONTRADICTS_DOCUMENT, "differs", parts.toString()), true));
    }

    private static void addIfDifferent(StringBuilder parts, String name, String a, String b, int from, int to) {
        if (!a.regionMatches(from, b, from, to - from)) {
            parts.append(parts.isEmpty() ? "" : " ").append(name);
        }
    }

    private static void gender(String gender, ResidentId.Facts facts, List<Finding> out) {
        String stated = facts.male() ? "male" : "female";
        if ((gender.equals("male") || gender.equals("female")) && !gender.equals(stated)) {
            out.add(new Finding("gender", Problem.of(Fault.GENDER_CONTRADICTS_DOCUMENT, "expected", stated), true));
        }
    }

    private static void region(String region, ResidentId.Facts facts, List<Finding> out) {
        boolean isDivision = region.length() >= 5 && region.startsWith("CN-") && Codes.isDigits(region, 3, 5);
        if (isDivision && !region.startsWith(facts.region().substring(0, 2), 3)) {
            out.add(new Finding("region", Problem.of(Fault.REGION_DIFFERS_FROM_DOCUMENT), false));
        }
    }
}
