package io.clientela.customer;

import io.clientela.customer.Deciding.Difference;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.platform.Organisation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The stages of the relation to a customer: which move is possible, and which needs a reason or a day. */
@Component
public class Lifecycle implements FileRule {

    static final String STAGE = "lifecycle_stage";
    static final String DAY = "stage_on";

    private final StageSettings rules;
    private final FieldCatalogue fields;
    private final Organisation organisation;
    private final Clock clock;

    Lifecycle(StageSettings rules, FieldCatalogue fields, Organisation organisation, Clock clock) {
        this.rules = rules;
        this.fields = fields;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** A move that is possible, and what it asks for; {@code from} and {@code to} are empty for no stage. */
    public record Move(String from, String to, boolean reason, boolean day) {}

    /** Every move that is possible to this person. */
    public List<Move> moves(Actor actor) {
        StageRules now = rules.now();
        List<String> stages = Stream.concat(
                        Stream.of(""), fields.codeLists().items(STAGE).stream().map(item -> item.code()))
                .toList();
        List<Move> moves = new ArrayList<>();
        for (String from : stages) {
            for (String to : stages) {
                if (!from.equals(to) && now.allows(from, to) && isOpen(now, to, actor)) {
                    moves.add(new Move(from, to, now.needsReason(from, to), now.needsDay(to)));
                }
            }
        }
        return moves;
    }

    private static boolean isOpen(StageRules now, String stage, Actor actor) {
        return !now.guards(stage) || actor.may(Functions.CUSTOMERS_STAGE);
    }

    /** The day belongs to the stage it confirmed: who moves on without a new one leaves it behind. */
    void complete(Submission submission, FileState state, Difference difference) {
        boolean moves = difference.set.containsKey(STAGE);
        if (moves && !submission.values().containsKey(DAY) && !state.value(DAY).isEmpty()) {
            difference.set.put(DAY, List.of());
        }
    }

    @Override
    public List<FieldProblem> problems(Case change) {
        if (!change.changes(STAGE) && !change.changes(DAY)) {
            return List.of();
        }
        List<FieldProblem> problems = new ArrayList<>();
        StageRules now = rules.now();
        String from = change.was().value(STAGE).text();
        String to = change.is().value(STAGE).text();
        String day = change.is().value(DAY).text();
        if (change.changes(STAGE)) {
            if (!now.allows(from, to)) {
                problems.add(Cleaning.problem(STAGE, "move_not_allowed"));
            } else if (!isOpen(now, to, change.actor())) {
                problems.add(Cleaning.problem(STAGE, "stage_guarded"));
            } else if (!change.isNew() && now.needsReason(from, to) && !change.givesReason()) {
                problems.add(Cleaning.problem(STAGE, "reason_needed"));
            }
        }
        if (now.needsDay(to) && day.isEmpty()) {
            problems.add(Cleaning.problem(DAY, "stage_day_missing"));
        }
        if (change.changes(DAY) && !day.isEmpty() && LocalDate.parse(day).isAfter(today())) {
            problems.add(Cleaning.problem(DAY, "stage_day_ahead"));
        }
        return problems;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), organisation.zone());
    }
}
