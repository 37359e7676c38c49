package io.clientela.fields;

import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.fields.CodeItem;
import io.clientela.kit.fields.CodeList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an item of a code list must be to be kept. */
final class ItemRules {

    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._:-]{0,59}");
    private static final int LONGEST_LABEL = 100;
    private static final int MOST_SYNONYMS = 100;

    private ItemRules() {}

    /** What keeps the first items of a new list from being kept, by their place; an item may stand below an earlier one. */
    static List<FieldProblem> ofFirst(List<CodeItem> items) {
        Map<String, CodeItem> earlier = new HashMap<>();
        List<FieldProblem> problems = new ArrayList<>();
        for (int at = 0; at < items.size(); at++) {
            CodeItem item = items.get(at);
            String place = "items." + at;
            of(item, code -> Optional.ofNullable(earlier.get(code)))
                    .forEach(problem -> problems.add(new FieldProblem(place, problem.code(), problem.details())));
            if (earlier.putIfAbsent(item.code(), item) != null) {
                problems.add(problem(place, "item_code_twice"));
            }
        }
        return problems;
    }

    static List<FieldProblem> of(CodeItem item, CodeList list) {
        return of(item, list::item);
    }

    /** @param known what it may stand below, by code; nothing in there lies below itself */
    static List<FieldProblem> of(CodeItem item, Function<String, Optional<CodeItem>> known) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!CODE.matcher(item.code()).matches()) {
            problems.add(problem("code", "item_code_form"));
        }
        if (item.label().blank()) {
            problems.add(problem("label", "field_label_missing"));
        }
        boolean tooLong = Stream.concat(item.label().said().stream(), item.synonyms().stream())
                .anyMatch(text -> text.length() > LONGEST_LABEL);
        if (tooLong) {
            problems.add(new FieldProblem("label", "field_text_long", Map.of("most", Integer.toString(LONGEST_LABEL))));
        }
        if (item.synonyms().size() > MOST_SYNONYMS) {
            problems.add(
                    new FieldProblem("synonyms", "field_too_many", Map.of("most", Integer.toString(MOST_SYNONYMS))));
        }
        boolean orphan = !item.parent().isEmpty() && known.apply(item.parent()).isEmpty();
        // An item below itself would hang in the air with all that stands below it.
        if (orphan || liesBelowItself(item, known)) {
            problems.add(problem("parent", "item_parent"));
        }
        return problems;
    }

    private static boolean liesBelowItself(CodeItem item, Function<String, Optional<CodeItem>> known) {
        Optional<CodeItem> above = known.apply(item.parent());
        while (above.isPresent()) {
            if (above.get().code().equals(item.code())) {
                return true;
            }
            above = known.apply(above.get().parent());
        }
        return false;
    }

    private static FieldProblem problem(String place, String code) {
        return new FieldProblem(place, code, Map.of());
    }
}
