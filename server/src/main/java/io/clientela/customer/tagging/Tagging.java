package io.clientela.customer.tagging;

import io.clientela.access.Actors;
import io.clientela.customer.FileRef;
import io.clientela.customer.Outcome;
import io.clientela.customer.Selections;
import io.clientela.customer.Selections.Held;
import io.clientela.customer.Submission;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.Target;
import io.clientela.customer.WriteGate;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Actor;
import io.clientela.kernel.FieldRights;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Visibility;
import io.clientela.kit.check.Context;
import io.clientela.kit.fields.CodeItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds files against all rules and has the write gate make their tags what the rules say. It says all tags of a file at once, so it
 * doesn't matter what was set before, in what order rules were changed, or whether the same file is held against them twice.
 */
@Component
class Tagging {
    private static final FieldRights READS_ALL =
            new FieldRights(Map.of("*", new FieldRight(Visibility.CLEAR, true, Visibility.HIDDEN)));

    /** The field that nobody types. */
    static final String FIELD = "rule_tags";

    private static final String LIST = "tags";

    private final TagRuleStore rules;
    private final Selections selections;
    private final WriteGate gate;
    private final FieldCatalogue fields;

    Tagging(TagRuleStore rules, Selections selections, WriteGate gate, FieldCatalogue fields) {
        this.rules = rules;
        this.selections = selections;
        this.gate = gate;
        this.fields = fields;
    }

    /** Reads every field in clear: who may write a rule is asked when it is written. */
    static Actor reader() {
        Actor system = Actors.system();
        return new Actor(
                system.userId(),
                system.name(),
                system.departmentId(),
                system.functions(),
                system.scope(),
                READS_ALL,
                system.language(),
                system.origin(),
                system.channel());
    }

    /** Holds these files against the rules in force; answers how many bear other tags now. */
    @Transactional(propagation = Propagation.MANDATORY)
    int tag(Collection<Long> ids, long run) {
        List<Held> files = selections.held(ids, FIELD);
        Map<Long, Set<String>> wanted = wanted(files);
        List<Submission> changes = new ArrayList<>();
        for (Held file : files) {
            Set<String> tags = wanted.getOrDefault(file.file().fileId(), Set.of());
            if (!tags.equals(Set.copyOf(file.values()))) {
                changes.add(submission(file.file(), tags, run, changes.size() + 1));
            }
        }
        if (changes.isEmpty()) {
            return 0;
        }
        return (int) gate.commit(gate.prepare(changes), reader()).stream()
                .filter(Outcome.Accepted.class::isInstance)
                .count();
    }

    private Map<Long, Set<String>> wanted(List<Held> files) {
        Map<Long, Set<String>> wanted = new HashMap<>();
        List<Long> ids = files.stream().map(held -> held.file().fileId()).toList();
        for (TagRule rule : rules.all()) {
            if (rule.active()) {
                String tag = rule.said().tag();
                Set<Long> fits = fits(rule, files, ids);
                Set<Long> bearers = isRetired(tag) ? common(fits, bearers(files, tag)) : fits;
                bearers.forEach(
                        id -> wanted.computeIfAbsent(id, key -> new HashSet<>()).add(tag));
            }
        }
        return wanted;
    }

    /** A rule whose field is no longer asked for leaves its tag where it is until somebody mends it. */
    private Set<Long> fits(TagRule rule, List<Held> files, List<Long> ids) {
        try {
            return selections.fitting(rule.said().query(), reader(), ids);
        } catch (Refusal e) {
            return bearers(files, rule.said().tag());
        }
    }

    private static Set<Long> bearers(List<Held> files, String tag) {
        Set<Long> bearers = new HashSet<>();
        files.stream()
                .filter(held -> held.values().contains(tag))
                .forEach(held -> bearers.add(held.file().fileId()));
        return bearers;
    }

    private static Set<Long> common(Set<Long> some, Set<Long> others) {
        Set<Long> common = new HashSet<>(some);
        common.retainAll(others);
        return common;
    }

    /** Not offered any more: it stays where it is and goes nowhere else. */
    private boolean isRetired(String tag) {
        return fields.codeLists()
                .find(LIST)
                .flatMap(list -> list.item(tag))
                .filter(CodeItem::retired)
                .isPresent();
    }

    private static Submission submission(FileRef file, Set<String> tags, long run, long row) {
        Circumstances how = new Circumstances(Circumstances.RULE, "", "", "", run, row, Context.NONE);
        return new Submission(
                new Target.Known(file.number(), OptionalLong.empty()),
                file.record(),
                Map.of(FIELD, List.copyOf(new TreeSet<>(tags))),
                Map.of(),
                how);
    }
}
