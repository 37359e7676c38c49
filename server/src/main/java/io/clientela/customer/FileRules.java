package io.clientela.customer;

import io.clientela.customer.FileRule.Case;
import io.clientela.kernel.Refusal.FieldProblem;
import java.util.List;
import org.springframework.stereotype.Component;

/** All rules a change of a file is held against. */
@Component
class FileRules {

    private final List<FileRule> rules;

    FileRules(List<FileRule> rules) {
        this.rules = List.copyOf(rules);
    }

    List<FieldProblem> problems(Case change) {
        return rules.stream().flatMap(rule -> rule.problems(change).stream()).toList();
    }
}
