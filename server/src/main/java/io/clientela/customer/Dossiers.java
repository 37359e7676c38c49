package io.clientela.customer;

import io.clientela.customer.Dossier.Completeness;
import io.clientela.customer.Dossier.Doubled;
import io.clientela.customer.Dossier.Missing;
import io.clientela.customer.FileHistory.Said;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Visibility;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.Field.Grade;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the page of a customer shows, reading file and journal once. */
@Component
public class Dossiers {

    private static final int LATEST = 12;

    private final Customers customers;
    private final FileHistory history;
    private final PastValues pasts;
    private final ComingDays days;
    private final ContactTies ties;
    private final Structures structures;
    private final CollectionPlan plan;
    private final GateKeys keys;
    private final Rendering rendering;
    private final FieldCatalogue fields;

    Dossiers(
            Customers customers,
            FileHistory history,
            PastValues pasts,
            ComingDays days,
            ContactTies ties,
            Structures structures,
            CollectionPlan plan,
            GateKeys keys,
            Rendering rendering,
            FieldCatalogue fields) {
        this.customers = customers;
        this.history = history;
        this.pasts = pasts;
        this.days = days;
        this.ties = ties;
        this.structures = structures;
        this.plan = plan;
        this.keys = keys;
        this.rendering = rendering;
        this.fields = fields;
    }

    /** Refuses with not_found what is outside the reader's scope. */
    @Transactional(readOnly = true)
    public Dossier of(CustomerNumber number, Actor actor) {
        Loaded file = customers.opened(number, actor);
        List<Said> said = history.said(file);
        HistoryQuery latest = new HistoryQuery("", OptionalLong.empty(), OptionalLong.empty(), "", "", LATEST);
        boolean individual = file.row().record().equals(Catalogue.INDIVIDUAL);
        return new Dossier(
                customers.view(file, actor),
                completeness(file, actor),
                history.page(file, said, latest, actor),
                pasts.of(file, said, actor),
                days.of(file, actor),
                individual ? ties.of(file, actor) : List.of(),
                structures.of(file, actor),
                doubled(file, actor));
    }

    private Completeness completeness(Loaded file, Actor actor) {
        int asked = 0;
        List<Missing> missing = new ArrayList<>();
        for (Grade grade : List.of(Grade.REQUIRED, Grade.WANTED)) {
            for (Field field : plan.asked(file.row().record(), grade)) {
                if (isSeen(field, actor)) {
                    asked++;
                    boolean empty = file.state().value(field.key()).isEmpty()
                            && file.state().items(field.key()).isEmpty();
                    if (empty) {
                        missing.add(new Missing(field.key(), rendering.label(field, actor), grade == Grade.REQUIRED));
                    }
                }
            }
        }
        return new Completeness(asked, asked - missing.size(), missing);
    }

    private List<Doubled> doubled(Loaded file, Actor actor) {
        return keys.doubled(file, actor).stream()
                .flatMap(problem -> fields.catalogue().find(file.row().record(), problem.field()).stream()
                        .filter(field -> isSeen(field, actor))
                        .map(field -> new Doubled(
                                field.key(),
                                rendering.label(field, actor),
                                problem.details().get("number"),
                                problem.details().get("department"))))
                .toList();
    }

    private boolean isSeen(Field field, Actor actor) {
        return rendering.visibility(field, actor, Rendering.Purpose.READ) != Visibility.HIDDEN;
    }
}
