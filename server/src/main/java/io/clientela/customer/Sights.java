package io.clientela.customer;

import io.clientela.access.Account;
import io.clientela.access.Explanations;
import io.clientela.access.Explanations.Borne;
import io.clientela.access.Explanations.Explanation;
import io.clientela.access.People;
import io.clientela.access.Role.Reach;
import io.clientela.audit.AuditEvent;
import io.clientela.audit.ReadAudit;
import io.clientela.customer.Sight.FileFacts;
import io.clientela.customer.Sight.FunctionSight;
import io.clientela.customer.Sight.PersonView;
import io.clientela.customer.Sight.Reason;
import io.clientela.customer.Sight.RoleReach;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.FileId;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import io.clientela.platform.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Why somebody sees a file or doesn't, decided by what decides when they ask for it themselves; nothing of its contents is told. */
@Component
public class Sights {

    private final FileStore files;
    private final Explanations explanations;
    private final SeenFields fields;
    private final People people;
    private final Messages messages;
    private final ReadAudit audit;

    Sights(
            FileStore files,
            Explanations explanations,
            SeenFields fields,
            People people,
            Messages messages,
            ReadAudit audit) {
        this.files = files;
        this.explanations = explanations;
        this.fields = fields;
        this.people = people;
        this.messages = messages;
        this.audit = audit;
    }

    /**
     * Refuses with not_found an unknown person, and a file the asker doesn't see, unless they read the audit trail: that names
     * every file's number already. Even then neither whose the file is nor of what kind is told: they get the answer, and what
     * that person's roles give anywhere.
     */
    @Transactional(readOnly = true)
    public Sight of(CustomerNumber number, long userId, Actor asker) {
        FileRow file = files.find(number)
                .filter(row -> opens(asker, row) || asker.may(Functions.AUDIT_READ))
                .orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
        Explanation person = explanations.of(userId).orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
        boolean sees = person.account().active() && opens(person.together(), file);
        audit.record(AuditEvent.by(asker, "customer.sight_explained")
                .about(new FileId(file.fileId()), new FileId(file.headId()))
                .subject(number.text())
                .with("user", userId)
                .with("sees", sees));
        String language = asker.language();
        // Through whose reach the file comes, and which fields it has, tells of the file.
        boolean reasoned = sees && opens(asker, file);
        return new Sight(
                view(person.account()),
                facts(file, asker),
                sees,
                reasoned ? reasons(person, file, language) : List.of(),
                sees ? List.of() : missing(person),
                person.roles().stream()
                        .map(borne -> new RoleReach(borne.role().label(language), word(borne)))
                        .toList(),
                functions(person, language),
                reasoned ? fields.of(file.record(), person, language) : List.of(),
                explanations.givers());
    }

    private static boolean opens(Actor actor, FileRow file) {
        return actor.may(Functions.CUSTOMERS_READ) && InScope.of(actor.scope(), file);
    }

    private PersonView view(Account account) {
        String department = account.departmentId().isPresent()
                ? people.departmentName(account.departmentId().getAsLong())
                : null;
        return new PersonView(account.id(), account.displayName(), department, account.active());
    }

    private FileFacts facts(FileRow file, Actor asker) {
        boolean own = opens(asker, file);
        return new FileFacts(
                file.number().text(),
                own ? file.record() : null,
                own && file.ownerId() != Owners.NOBODY && fields.ownerShown(file.record(), asker)
                        ? people.displayName(file.ownerId())
                        : null,
                own ? people.departmentName(file.departmentId()) : null);
    }

    private static List<Reason> reasons(Explanation person, FileRow file, String language) {
        List<Reason> all = new ArrayList<>();
        for (Borne borne : person.roles()) {
            InScope why = InScope.why(borne.alone().scope(), file.ownerId(), file.departmentId());
            if (why != InScope.NOT) {
                all.add(new Reason(
                        borne.role().label(language), word(borne), why.name().toLowerCase(Locale.ROOT)));
            }
        }
        return all;
    }

    private static List<String> missing(Explanation person) {
        List<String> all = new ArrayList<>();
        if (!person.account().active()) {
            all.add("inactive");
        }
        if (person.roles().isEmpty()) {
            all.add("no_role");
            return all;
        }
        if (!person.together().may(Functions.CUSTOMERS_READ)) {
            all.add("no_function");
        }
        boolean nowhere = person.account().departmentId().isEmpty()
                && person.roles().stream()
                        .map(borne -> borne.role().reach())
                        .anyMatch(reach -> reach == Reach.DEPARTMENT || reach == Reach.SUBTREE);
        all.add(nowhere ? "no_department" : "out_of_reach");
        return all;
    }

    private List<FunctionSight> functions(Explanation person, String language) {
        return Functions.ALL.stream()
                .map(function -> new FunctionSight(
                        function,
                        messages.text("function." + function, language, Map.of()),
                        person.account().active() && person.together().may(function),
                        person.roles().stream()
                                .filter(borne -> borne.alone().may(function))
                                .map(borne -> borne.role().label(language))
                                .toList()))
                .toList();
    }

    private static String word(Borne borne) {
        return borne.role().reach().name().toLowerCase(Locale.ROOT);
    }
}
