package io.clientela.fields;

import io.clientela.audit.AuditEvent;
import io.clientela.audit.AuditTrail;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.Layout;
import io.clientela.kit.fields.Layout.Group;
import io.clientela.kit.fields.Section;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Arranges the form of a record type: groups, their names and order, and the order of the fields in them. */
@Component
public class LayoutEditing {

    private static final int MOST_GROUPS = 40;
    private static final int LONGEST_LABEL = 60;

    private final FieldCatalogue fields;
    private final EditingStore store;
    private final AuditTrail audit;
    private final Changing changing;
    private final Clock clock;

    LayoutEditing(FieldCatalogue fields, EditingStore store, AuditTrail audit, Changing changing, Clock clock) {
        this.fields = fields;
        this.store = store;
        this.audit = audit;
        this.changing = changing;
        this.clock = clock;
    }

    /** The form as it is, arranged by a house or not. */
    public Layout of(String record) {
        return of(record, fields.catalogue());
    }

    /** 0 where nobody has arranged it yet. */
    public long version(String record) {
        return store.layoutVersions().getOrDefault(record, 0L);
    }

    /** Arranges a form; every field has to stand in it once. Refuses with {@code invalid_values} or {@code stale_version}. */
    public Layout put(Layout wanted, long version, Actor actor) {
        CatalogueEditing.requireEditable(wanted.record());
        return changing.change(edition -> {
            if (version(wanted.record()) != version) {
                throw new Refusal(CommonError.STALE_VERSION);
            }
            List<FieldProblem> problems = problems(wanted, edition.catalogue());
            if (!problems.isEmpty()) {
                throw new Refusal(CommonError.INVALID_VALUES, Map.of(), problems);
            }
            store.putLayout(wanted, actor.userId(), clock.instant());
            audit.record(AuditEvent.by(actor, "catalogue.changed")
                    .subject("layout:" + wanted.record())
                    .with("what", "layout")
                    .with("groups", wanted.groups().stream().map(Group::key).collect(Collectors.joining(","))));
            return changing.after(now -> of(wanted.record(), now.catalogue()));
        });
    }

    private static Layout of(String record, Catalogue catalogue) {
        List<Group> groups = new ArrayList<>();
        for (Section section : catalogue.sections(record)) {
            List<String> inside = catalogue.fields(record).stream()
                    .filter(field -> field.section().equals(section.key()))
                    .map(Field::key)
                    .toList();
            groups.add(new Group(section.key(), section.label(), inside));
        }
        return new Layout(record, groups);
    }

    private static List<FieldProblem> problems(Layout layout, Catalogue catalogue) {
        List<FieldProblem> problems = new ArrayList<>();
        if (layout.groups().size() > MOST_GROUPS) {
            problems.add(problem("groups", "field_too_many", Map.of("most", Integer.toString(MOST_GROUPS))));
        }
        Set<String> groups = new HashSet<>();
        Set<String> placed = new HashSet<>();
        boolean twice = false;
        for (Group group : layout.groups()) {
            String place = "groups." + group.key();
            if (!FieldRules.KEY.matcher(group.key()).matches() || !groups.add(group.key())) {
                problems.add(problem("groups", "field_key_form", Map.of()));
            }
            if (group.label().blank()) {
                problems.add(problem(place, "field_label_missing", Map.of()));
            } else if (group.label().said().stream().anyMatch(label -> label.length() > LONGEST_LABEL)) {
                problems.add(problem(place, "field_text_long", Map.of("most", Integer.toString(LONGEST_LABEL))));
            }
            for (String key : group.fields()) {
                twice |= !placed.add(key);
            }
        }
        Set<String> all =
                catalogue.fields(layout.record()).stream().map(Field::key).collect(Collectors.toSet());
        if (twice || !placed.equals(all)) {
            problems.add(problem("groups", "layout_incomplete", Map.of()));
        }
        return problems;
    }

    private static FieldProblem problem(String place, String code, Map<String, String> details) {
        return new FieldProblem(place, code, details);
    }
}
