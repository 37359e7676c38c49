package io.clientela.customer;

import io.clientela.customer.Deciding.Difference;
import io.clientela.customer.Submission.Target;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.ErrorCode;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kernel.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the write gate knows of taking files out of the pool and giving them back, and of files that come to have no owner. */
@Component
class Claiming implements FileRule {

    static final String OWNER = "owner";

    /** For so long one is told that somebody was quicker; afterwards the file isn't one of the pool any more. */
    private static final Duration QUICKER = Duration.ofDays(1);

    private final ClaimStore claims;

    Claiming(ClaimStore claims) {
        this.claims = claims;
    }

    /** Which part of the pool somebody sees: that of their own department, and of those whose files they see anyhow. */
    static Scope pool(Actor actor) {
        if (!actor.may(Functions.CUSTOMERS_CLAIM)) {
            return new Scope.None();
        }
        return switch (actor.scope()) {
            case Scope.All all -> all;
            case Scope.Departments some -> departments(actor, some.departmentIds());
            case Scope.Own own -> departments(actor, Set.of());
            case Scope.None none -> none;
        };
    }

    private static Scope departments(Actor actor, Set<Long> more) {
        Set<Long> all = new HashSet<>(more);
        actor.departmentId().ifPresent(all::add);
        return new Scope.Departments(actor.userId(), all);
    }

    static boolean isClaim(Target target) {
        return target instanceof Target.Unowned || target instanceof Target.Held;
    }

    /** Why a file isn't claimed or given back by this person; empty when it is. A file one can't see isn't there. */
    Optional<ErrorCode> refusal(Target target, FileRow row, Actor actor, Instant at) {
        boolean isOwn = row.ownerId() == actor.userId();
        if (target instanceof Target.Held) {
            return !isOwn
                    ? Optional.of(InScope.of(actor.scope(), row) ? CustomerError.NOT_YOURS : CommonError.NOT_FOUND)
                    : may(actor);
        }
        boolean near = InScope.of(pool(actor), row.ownerId(), row.departmentId());
        if (row.ownerId() == Owners.NOBODY) {
            return near ? may(actor) : Optional.of(CommonError.NOT_FOUND);
        }
        boolean seen = InScope.of(actor.scope(), row);
        boolean quicker = near && claims.isClaimedSince(row.fileId(), at.minus(QUICKER));
        return Optional.of(seen || quicker ? CustomerError.ALREADY_CLAIMED : CommonError.NOT_FOUND);
    }

    private static Optional<ErrorCode> may(Actor actor) {
        return actor.may(Functions.CUSTOMERS_CLAIM) ? Optional.empty() : Optional.of(CommonError.NO_RIGHT);
    }

    /** The owner alone is said: whoever claims needs no right to choose owners. */
    static Difference difference(Target target, Actor actor) {
        Difference difference = new Difference(Map.of());
        difference.set.put(
                OWNER, target instanceof Target.Unowned ? List.of(Long.toString(actor.userId())) : List.of());
        return difference;
    }

    /** Notes who holds a file by a claim, and that they don't any more once it goes to somebody else. */
    void turn(Change change, Instant at) {
        if (change.before().ownerId() == change.after().ownerId()) {
            return;
        }
        Target target = change.submission().target();
        FileRow row = change.after();
        boolean givenBack = target instanceof Target.Held;
        boolean claimed = claims.end(row.fileId(), at, givenBack);
        if (givenBack && !claimed) {
            claims.givenBackUnclaimed(
                    row.fileId(), row.headId(), change.before().ownerId(), at);
        }
        if (target instanceof Target.Unowned) {
            claims.begin(row.fileId(), row.headId(), row.ownerId(), at);
        }
    }

    /** A file is left without owner for a reason. */
    @Override
    public List<FieldProblem> problems(Case change) {
        boolean left = !change.isNew()
                && change.changes(OWNER)
                && change.is().value(OWNER).isEmpty();
        return left && !change.givesReason() ? List.of(Cleaning.problem(OWNER, "reason_needed")) : List.of();
    }
}
