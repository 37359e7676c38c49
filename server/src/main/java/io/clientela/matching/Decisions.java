package io.clientela.matching;

import io.clientela.audit.AuditEvent;
import io.clientela.audit.AuditTrail;
import io.clientela.customer.FileRef;
import io.clientela.customer.Selections;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.FileId;
import io.clientela.kernel.Refusal;
import io.clientela.kit.match.Outcome;
import io.clientela.matching.Verdict.State;
import io.clientela.matching.Verdict.Word;
import io.clientela.matching.VerdictStore.Said;
import io.clientela.platform.Afresh;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
            verdicts.turn();
            decisions.forEach(decision -> say(decision, actor));
            return decisions;
        });
    }

    private void say(Decision decision, Actor actor) {
        List<FileRef> two = files(List.of(decision.one(), decision.other()), actor);
        FileRef one = two.getFirst();
        FileRef other = two.getLast();
        keep(one, other, decision.word(), decision.reason(), evidence(one.fileId(), other.fileId()), actor);
    }

    /** Says of several customers which of them are one and which aren't: all claims that follow are kept or none. */
    public void say(Sorted sorted, Actor actor) {
        sorted.check();
        afresh.run(() -> {
            verdicts.turn();
            Map<Long, FileRef> files = new HashMap<>();
            Map<String, Long> ids = new HashMap<>();
            files(sorted.all(), actor).forEach(file -> {
                files.put(file.fileId(), file);
                ids.put(file.number().text(), file.fileId());
            });
            Map<Two, FoundPair> found = new HashMap<>(comparing.among(files.keySet()));
            // What people looked at counts, though the two may have learned to say something else.
            found.putAll(pairs.among(files.keySet()));
            Map<Two, Verdict> standing = verdicts.among(files.keySet());
            sorted.words(number -> ids.computeIfAbsent(number, other -> idOf(other, actor)))
                    .forEach((two, word) -> {
                        FoundPair pair = found.get(two);
                        if (word != Word.MAYBE || isAsked(pair, standing.get(two))) {
                            keep(
                                    Objects.requireNonNull(files.get(two.one())),
                                    Objects.requireNonNull(files.get(two.other())),
                                    word,
                                    sorted.reason(),
                                    evidence(Optional.ofNullable(pair)),
                                    actor);
                        }
                    });
            return sorted;
        });
    }

    /** Somebody may say a number that isn't the leading one. */
    private long idOf(String number, Actor actor) {
        return files(List.of(number), actor).getFirst().fileId();
    }

    /** Only what is asked can be put off. */
    private static boolean isAsked(@Nullable FoundPair pair, @Nullable Verdict standing) {
        if (pair == null || pair.outcome() == Outcome.DIFFERENT) {
            return false;
        }
        return standing == null
                || standing.word() == Word.MAYBE
                || (standing.word() == Word.DIFFERENT
                        && !Arrays.equals(standing.evidence(), pair.findings().evidence()));
    }

    private void keep(FileRef one, FileRef other, Word word, String reason, byte[] evidence, Actor actor) {
        verdicts.retract(one.fileId(), other.fileId(), actor.userId(), clock.instant());
        verdicts.insert(
                new Said(one.fileId(), other.fileId(), reason, evidence),
                word,
                State.ASSERTED,
                actor.userId(),
                clock.instant());
        audit.record(told("matching.said", one, other, actor).with("verdict", word.text()));
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
        verdicts.turn();
        verdicts.retract(one, other, NOBODY, clock.instant());
        verdicts.insert(new Said(one, other, "", evidence(one, other)), word, State.INFERRED, NOBODY, clock.instant());
    }

    /** Takes back what stands between any of these customers, so that they are asked about again. */
    @Transactional
    public void retract(List<String> numbers, Actor actor) {
        verdicts.turn();
        Map<Long, FileRef> files = new HashMap<>();
        files(numbers, actor).forEach(file -> files.put(file.fileId(), file));
        List<Two> standing = Two.among(files.keySet()).stream()
                .filter(verdicts.among(files.keySet())::containsKey)
                .toList();
        if (standing.isEmpty()) {
            throw new Refusal(CommonError.NOT_FOUND);
        }
        for (Two two : standing) {
            verdicts.retract(two.one(), two.other(), actor.userId(), clock.instant());
            audit.record(told(
                    "matching.retracted",
                    Objects.requireNonNull(files.get(two.one())),
                    Objects.requireNonNull(files.get(two.other())),
                    actor));
        }
    }

    /** All of them in the order of their numbers, or a refusal. */
    private List<FileRef> files(List<String> numbers, Actor actor) {
        if (Set.copyOf(numbers).size() < numbers.size()) {
            throw new Refusal(MatchingError.VERDICT_ITSELF);
        }
        List<FileRef> found = selections.named(numbers, actor);
        if (found.size() != numbers.size()) {
            throw new Refusal(CommonError.NOT_FOUND);
        }
        if (found.stream().map(FileRef::record).distinct().count() > 1) {
            throw new Refusal(MatchingError.VERDICT_TYPES);
        }
        return found;
    }

    /** What is found between them now. */
    private byte[] evidence(long one, long other) {
        return evidence(pairs.find(one, other).or(() -> comparing.between(one, other)));
    }

    private static byte[] evidence(Optional<FoundPair> found) {
        return found.map(FoundPair::findings)
                // One of them was withdrawn.
                .orElseGet(() -> new Findings(List.of()))
                .evidence();
    }

    private static AuditEvent told(String action, FileRef one, FileRef other, Actor actor) {
        return AuditEvent.by(actor, action)
                .about(new FileId(one.fileId()), new FileId(one.headId()))
                .subject(one.number().text())
                .with("other", other.number().text());
    }

    /** What is said of two customers, named by their numbers; {@code reason} may be empty. */
    public record Decision(String one, String other, Word word, String reason) {}
}
