package io.clientela.matching;

import io.clientela.audit.AuditEvent;
import io.clientela.audit.AuditTrail;
import io.clientela.customer.FileRef;
import io.clientela.customer.Selections;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.FileId;
import io.clientela.kernel.Refusal;
import io.clientela.matching.Verdict.State;
import io.clientela.matching.Verdict.Word;
import io.clientela.matching.VerdictStore.Said;
import io.clientela.platform.Afresh;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What people say of two customers: a new claim takes the place of the one before, and none is ever deleted. */
@Component
public class Decisions {

    /** Who took them apart stands in the journal. */
    private static final long NOBODY = 0;

    private final VerdictStore verdicts;
    private final PairStore pairs;
    private final Selections selections;
    private final Comparing comparing;
    private final AuditTrail audit;
    private final Afresh afresh;
    private final Clock clock;

    Decisions(
            VerdictStore verdicts,
            PairStore pairs,
            Selections selections,
            Comparing comparing,
            AuditTrail audit,
            Afresh afresh,
            Clock clock) {
        this.verdicts = verdicts;
        this.pairs = pairs;
        this.selections = selections;
        this.comparing = comparing;
        this.audit = audit;
        this.afresh = afresh;
        this.clock = clock;
    }

    /** Keeps all of them or none; refuses with {@code not_found} where the person doesn't see one of the customers. */
    public void say(List<Decision> decisions, Actor actor) {
        // A merge writes the same claims in an order of its own.
        afresh.run(() -> {
            decisions.forEach(decision -> say(decision, actor));
            return decisions;
        });
    }

    private void say(Decision decision, Actor actor) {
        Two two = two(decision.one(), decision.other(), actor);
        verdicts.retract(two.one().fileId(), two.other().fileId(), actor.userId(), clock.instant());
        verdicts.insert(
                new Said(
                        two.one().fileId(),
                        two.other().fileId(),
                        decision.reason(),
                        evidence(two.one().fileId(), two.other().fileId())),
                decision.word(),
                State.ASSERTED,
                actor.userId(),
                clock.instant());
        audit.record(told("matching.said", two, actor)
                .with("verdict", decision.word().text()));
    }

    /** Whoever takes two customers apart has called them different. */
    @Transactional(propagation = Propagation.MANDATORY)
    void parted(long one, long other) {
        infer(one, other, Word.DIFFERENT);
    }

    /** Leaves two to a person that can't be merged without one. */
    @Transactional(propagation = Propagation.MANDATORY)
    void leave(FoundPair pair) {
        infer(pair.one(), pair.other(), Word.MAYBE);
    }

    private void infer(long one, long other, Word word) {
        verdicts.retract(one, other, NOBODY, clock.instant());
        verdicts.insert(new Said(one, other, "", evidence(one, other)), word, State.INFERRED, NOBODY, clock.instant());
    }

    /** Takes back what stands between two customers, so that they are asked about again. */
    @Transactional
    public void retract(String one, String other, Actor actor) {
        Two two = two(one, other, actor);
        int gone = verdicts.retract(two.one().fileId(), two.other().fileId(), actor.userId(), clock.instant());
        if (gone == 0) {
            throw new Refusal(CommonError.NOT_FOUND);
        }
        audit.record(told("matching.retracted", two, actor));
    }

    private Two two(String one, String other, Actor actor) {
        if (one.equals(other)) {
            throw new Refusal(MatchingError.VERDICT_ITSELF);
        }
        List<FileRef> found = selections.named(List.of(one, other), actor);
        if (found.size() != 2) {
            throw new Refusal(CommonError.NOT_FOUND);
        }
        if (!found.getFirst().record().equals(found.getLast().record())) {
            throw new Refusal(MatchingError.VERDICT_TYPES);
        }
        return new Two(found.getFirst(), found.getLast());
    }

    /** What is found between them now. */
    private byte[] evidence(long one, long other) {
        return pairs.find(one, other)
                .or(() -> comparing.between(one, other))
                .map(FoundPair::findings)
                // One of them was withdrawn.
                .orElseGet(() -> new Findings(List.of()))
                .evidence();
    }

    private static AuditEvent told(String action, Two two, Actor actor) {
        return AuditEvent.by(actor, action)
                .about(new FileId(two.one().fileId()), new FileId(two.one().headId()))
                .subject(two.one().number().text())
                .with("other", two.other().number().text());
    }

    private record Two(FileRef one, FileRef other) {}

    /** What is said of two customers, named by their numbers; {@code reason} may be empty. */
    public record Decision(String one, String other, Word word, String reason) {}
}
