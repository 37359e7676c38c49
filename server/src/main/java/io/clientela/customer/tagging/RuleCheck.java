package io.clientela.customer.tagging;

import io.clientela.customer.Checking;
import io.clientela.customer.Checking.FieldResult;
import io.clientela.customer.ListQuery;
import io.clientela.customer.ReadGate;
import io.clientela.customer.Selections;
import io.clientela.customer.tagging.TagRule.Said;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a rule must be to be kept. */
@Component
class RuleCheck {

    private static final int LONGEST_LABEL = 60;
    private static final int MOST = 100;
    private static final Set<String> TYPES = Set.of("", Catalogue.INDIVIDUAL, Catalogue.ENTERPRISE);

    private final ReadGate gate;
    private final Selections selections;
    private final Checking checking;

    RuleCheck(ReadGate gate, Selections selections, Checking checking) {
        this.gate = gate;
        this.selections = selections;
        this.checking = checking;
    }

    /** The rule with its tag as it is kept; refuses with {@code invalid_values} one that can't be. */
    Said checked(Said asked, Actor actor) {
        List<FieldProblem> problems = new ArrayList<>();
        Texts label = asked.label();
        if (label.blank()) {
            problems.add(new FieldProblem("label", "field_label_missing", Map.of()));
        } else if (label.said().stream().anyMatch(text -> text.length() > LONGEST_LABEL)) {
            problems.add(new FieldProblem("label", "field_text_long", Map.of("most", Integer.toString(LONGEST_LABEL))));
        }
        Optional<String> tag = tag(asked.tag(), actor);
        if (tag.isEmpty()) {
            problems.add(new FieldProblem("tag", "rule_tag", Map.of()));
        }
        problems.addAll(conditions(asked.type(), asked.where(), actor));
        if (!problems.isEmpty()) {
            throw new Refusal(CommonError.INVALID_VALUES, Map.of(), problems);
        }
        return new Said(label, asked.type(), asked.where(), tag.orElseThrow());
    }

    void checkConditions(String type, String where, Actor actor) {
        List<FieldProblem> problems = conditions(type, where, actor);
        if (!problems.isEmpty()) {
            throw new Refusal(CommonError.INVALID_VALUES, Map.of(), problems);
        }
    }

    void room(int there) {
        if (there >= MOST) {
            throw new Refusal(
                    CommonError.INVALID_VALUES,
                    Map.of(),
                    List.of(new FieldProblem("label", "rule_too_many", Map.of("most", Integer.toString(MOST)))));
        }
    }

    private List<FieldProblem> conditions(String type, String where, Actor actor) {
        if (!TYPES.contains(type)) {
            throw new Refusal(CommonError.BAD_REQUEST);
        }
        ListQuery query = ListQuery.whole(type, "", Map.of(), where, "created");
        Set<String> asked = selections.asked(query);
        if (asked.isEmpty()) {
            return List.of(new FieldProblem("where", "rule_empty", Map.of()));
        }
        if (asked.contains(Tagging.FIELD)) {
            // A rule that asks for what rules set would never come to rest.
            return List.of(new FieldProblem("where", "rule_circle", Map.of()));
        }
        if (!gate.mayBeTold(query, actor)) {
            return List.of(new FieldProblem("where", "rule_field", Map.of()));
        }
        gate.check(query, actor);
        return List.of();
    }

    /** As the manual tags are kept: the same list, the same form. */
    private Optional<String> tag(String typed, Actor actor) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        return Optional.ofNullable(checking.check(Catalogue.INDIVIDUAL, Map.of("tags", List.of(typed)), actor)
                        .fields()
                        .get("tags"))
                .filter(result -> result.problems().stream().noneMatch(Checking.Remark::refuses))
                .map(FieldResult::value)
                .filter(value -> !value.isEmpty());
    }
}
