package io.clientela.customer;

import io.clientela.audit.AuditEvent;
import io.clientela.audit.AuditTrail;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.Target;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.FileId;
import io.clientela.kernel.Refusal;
import io.clientela.kit.check.Context;
import io.clientela.platform.Organisation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files that belong to nobody: who sees them, claims them and gives them back, and within which limits. */
@Component
public class Pool {

    private static final String CLAIM = "claim";
    private static final String RELEASE = "release";

    private final ReadGate lists;
    private final WriteGate gate;
    private final FileStore files;
    private final ClaimStore claims;
    private final PoolSettings rules;
    private final Organisation organisation;
    private final Clock clock;
    private final AuditTrail audit;

    Pool(
            ReadGate lists,
            WriteGate gate,
            FileStore files,
            ClaimStore claims,
            PoolSettings rules,
            Organisation organisation,
            Clock clock,
            AuditTrail audit) {
        this.lists = lists;
        this.gate = gate;
        this.files = files;
        this.claims = claims;
        this.rules = rules;
        this.organisation = organisation;
        this.clock = clock;
        this.audit = audit;
    }

    /** How far somebody's limits are used up; a file given back is theirs again after {@code coolingDays}. */
    public record Limits(int held, int most, int today, int perDay, int coolingDays) {}

    /** A page of the files without owner that the reader may claim, masked as everywhere. */
    public ListPage page(ListQuery query, Actor actor) {
        return lists.unowned(query, actor.seeing(Claiming.pool(actor)));
    }

    @Transactional(readOnly = true)
    public Limits limits(Actor actor) {
        PoolRules now = rules.now();
        return new Limits(
                claims.held(actor.userId()),
                now.most(),
                claims.takenSince(actor.userId(), startOfDay()),
                now.perDay(),
                now.coolingDays());
    }

    /** Makes a file of the pool the actor's own; of several who claim it at once one gets it. */
    @Transactional
    public Outcome.Accepted claim(CustomerNumber number, Actor actor) {
        claims.queue(actor.userId());
        Outcome.Accepted taken = submit(new Target.Unowned(number), CLAIM, "", actor);
        withinLimits(taken.file().value(), actor);
        record("customer.claimed", taken, actor);
        return taken;
    }

    /** Gives one's own file to the pool of its department, for a reason. */
    @Transactional
    public Outcome.Accepted release(CustomerNumber number, String reason, Actor actor) {
        if (reason.isBlank()) {
            throw new Refusal(CustomerError.REASON_REQUIRED);
        }
        Outcome.Accepted left = submit(new Target.Held(number), RELEASE, reason.strip(), actor);
        record("customer.released", left, actor);
        return left;
    }

    private Outcome.Accepted submit(Target target, String source, String reason, Actor actor) {
        CustomerNumber number =
                target instanceof Target.Unowned unowned ? unowned.number() : ((Target.Held) target).number();
        // A file outside everything the actor reaches is refused by the gate like one that isn't there.
        String record = files.find(number).map(FileRow::record).orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
        Circumstances how = new Circumstances(actor.channel(), source, "", reason, 0, 0, Context.NONE);
        Submission submission = new Submission(target, record, Map.of(), Map.of(), how);
        return switch (gate.submit(List.of(submission), actor).getFirst()) {
            case Outcome.Accepted accepted -> accepted;
            case Outcome.Refused refused -> throw new Refusal(refused.error(), Map.of(), refused.problems());
            case Outcome.Pending pending -> throw new IllegalStateException("a claim waits for nobody");
        };
    }

    /** Counted after the claim, which a refusal takes back: what others hold is nobody's business before. */
    private void withinLimits(long file, Actor actor) {
        PoolRules now = rules.now();
        long user = actor.userId();
        if (claims.held(user) > now.most()) {
            throw new Refusal(CustomerError.CLAIM_LIMIT, Map.of("most", Integer.toString(now.most())));
        }
        if (claims.takenSince(user, startOfDay()) > now.perDay()) {
            throw new Refusal(CustomerError.CLAIM_DAILY_LIMIT, Map.of("most", Integer.toString(now.perDay())));
        }
        Optional<Instant> until = claims.givenBack(file, user).map(at -> at.plus(Duration.ofDays(now.coolingDays())));
        if (until.filter(clock.instant()::isBefore).isPresent()) {
            throw new Refusal(
                    CustomerError.CLAIM_COOLING,
                    Map.of(
                            "until",
                            LocalDate.ofInstant(until.get(), organisation.zone())
                                    .toString()));
        }
    }

    private Instant startOfDay() {
        return LocalDate.ofInstant(clock.instant(), organisation.zone())
                .atStartOfDay(organisation.zone())
                .toInstant();
    }

    private void record(String action, Outcome.Accepted outcome, Actor actor) {
        FileId file = outcome.file();
        audit.record(AuditEvent.by(actor, action)
                .about(file, file)
                .subject(outcome.number().text()));
    }
}
