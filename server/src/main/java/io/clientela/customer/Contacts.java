package io.clientela.customer;

import static io.clientela.customer.ContactParts.LEFT;
import static io.clientela.customer.ContactParts.LIST;
import static io.clientela.customer.ContactParts.MAIN;
import static io.clientela.customer.ContactParts.NAME;
import static io.clientela.customer.ContactParts.PERSON;
import static io.clientela.customer.ContactParts.REPORTS_TO;

import io.clientela.customer.Deciding.Difference;
import io.clientela.customer.EntryBody.ItemBody;
import io.clientela.customer.FileStore.Named;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.fields.Catalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What holds of the contacts of a file together: one is called first, nobody is their own superior, whoever leaves had come before. */
@Component
class Contacts implements FileRule {

    private final FileStore files;

    Contacts(FileStore files) {
        this.files = files;
    }

    /** Superiors named are found among the contacts; who is called first leaves that to no other; a removed superior stays a name. */
    void complete(FileState state, Difference difference) {
        List<ItemBody> said = difference.items.getOrDefault(LIST, List.of());
        List<Long> removed = difference.removed.getOrDefault(LIST, List.of());
        if (said.isEmpty() && removed.isEmpty()) {
            return;
        }
        Map<Long, Map<String, List<String>>> set = new LinkedHashMap<>();
        said.forEach(item -> set.put(item.id(), new TreeMap<>(item.set())));
        Map<Long, String> names = names(state, set);
        set.forEach((id, parts) -> parts.computeIfPresent(REPORTS_TO, (key, texts) -> found(texts, id, names)));
        for (Map.Entry<Long, Map<String, Value>> item : state.items(LIST).entrySet()) {
            ContactParts known = new ContactParts(item.getValue());
            if (removed.contains(item.getKey())) {
                continue;
            }
            String superior = known.text(REPORTS_TO);
            removed.stream()
                    .filter(gone -> superior.equals(Long.toString(gone)))
                    .forEach(gone -> said(set, item.getKey())
                            .putIfAbsent(REPORTS_TO, List.of(names.getOrDefault(gone, superior))));
            if (known.isMain() && becomesMain(set, item.getKey())) {
                said(set, item.getKey()).put(MAIN, List.of());
            }
        }
        List<ItemBody> complete = new ArrayList<>();
        set.forEach((id, parts) -> complete.add(new ItemBody(id, parts)));
        if (!complete.isEmpty()) {
            difference.items.put(LIST, complete);
        }
    }

    private static Map<String, List<String>> said(Map<Long, Map<String, List<String>>> set, long id) {
        return set.computeIfAbsent(id, one -> new TreeMap<>());
    }

    /** Whether somebody else is to be called first from now on. */
    private static boolean becomesMain(Map<Long, Map<String, List<String>>> set, long than) {
        return set.entrySet().stream()
                .anyMatch(other -> other.getKey() != than
                        && other.getValue().getOrDefault(MAIN, List.of()).contains("yes"));
    }

    private static Map<Long, String> names(FileState state, Map<Long, Map<String, List<String>>> set) {
        Map<Long, String> names = new HashMap<>();
        state.items(LIST).forEach((id, parts) -> names.put(id, new ContactParts(parts).text(NAME)));
        set.forEach((id, parts) -> {
            if (parts.containsKey(NAME)) {
                names.put(id, String.join("", parts.getOrDefault(NAME, List.of())));
            }
        });
        return names;
    }

    /** The one other contact of this name, by id; whoever can't be told stays as they were named. */
    private static List<String> found(List<String> texts, long of, Map<Long, String> names) {
        if (texts.isEmpty()) {
            return texts;
        }
        List<Long> named = names.entrySet().stream()
                .filter(entry -> entry.getKey() != of && entry.getValue().equals(texts.getFirst()))
                .map(Map.Entry::getKey)
                .toList();
        return named.size() == 1 ? List.of(Long.toString(named.getFirst())) : texts;
    }

    @Override
    public List<FieldProblem> problems(Case change) {
        List<FieldProblem> problems = new ArrayList<>();
        Map<Long, Map<String, Value>> all = change.is().items(LIST);
        Map<Long, String> persons = new HashMap<>();
        for (ItemBody item : change.difference().items.getOrDefault(LIST, List.of())) {
            ContactParts parts = new ContactParts(all.getOrDefault(item.id(), Map.of()));
            if (item.set().containsKey(REPORTS_TO) && circles(item.id(), all)) {
                problems.add(problem(REPORTS_TO, "reports_in_circle"));
            }
            boolean before = parts.leftOn()
                    .flatMap(left -> parts.since().filter(left::isBefore))
                    .isPresent();
            if (before && (item.set().containsKey(LEFT) || item.set().containsKey(ContactParts.SINCE))) {
                problems.add(problem(LEFT, "left_before_coming"));
            }
            if (item.set().containsKey(PERSON) && !parts.text(PERSON).isEmpty()) {
                persons.put(item.id(), parts.text(PERSON));
            }
        }
        if (!persons.isEmpty()) {
            problems.addAll(unknown(persons, change));
        }
        return problems;
    }

    /** A file outside the scope is refused like one that isn't there. */
    private List<FieldProblem> unknown(Map<Long, String> persons, Case change) {
        Map<String, Named> ids = files.idsByNumber(persons.values());
        Set<Long> good = new HashSet<>();
        files.find(ids.values().stream().map(Named::headId).toList()).stream()
                .filter(row -> row.listed() && row.record().equals(Catalogue.INDIVIDUAL))
                .filter(row -> InScope.of(change.scope(), row))
                .forEach(row -> good.add(row.fileId()));
        return persons.values().stream()
                .filter(number -> !ids.containsKey(number)
                        || !good.contains(ids.get(number).headId()))
                .map(number -> problem(PERSON, "unknown_person"))
                .toList();
    }

    /** Following the superiors from somebody leads back to them. */
    private static boolean circles(long from, Map<Long, Map<String, Value>> all) {
        long at = from;
        for (int steps = 0; steps <= all.size(); steps++) {
            String superior = new ContactParts(all.getOrDefault(at, Map.of())).text(REPORTS_TO);
            if (!isItem(superior) || !all.containsKey(Long.parseLong(superior))) {
                return false;
            }
            at = Long.parseLong(superior);
            if (at == from) {
                return true;
            }
        }
        return true;
    }

    /** Whether a superior is named as an item; an item still without its lasting id has a negative one. */
    static boolean isItem(String superior) {
        String digits = superior.startsWith("-") ? superior.substring(1) : superior;
        return Owners.isId(digits);
    }

    private static FieldProblem problem(String part, String code) {
        return Cleaning.problem(LIST + "." + part, code);
    }
}
