package io.clientela.access;

import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is signed in where. A session that is ended is gone from the database, which every node asks at every request. */
@Component
public class Sessions {

    /** Attributes of a session beside the account's own. */
    public static final String ORIGIN = "origin";

    public static final String DEVICE = "device";

    private final SessionStore store;
    private final Accounts accounts;
    private final AccessChanges changes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Sessions(
            SessionStore store,
            Accounts accounts,
            AccessChanges changes,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.changes = changes;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Somebody's open sessions, the last used first; {@code present} is the id of the one that asks, empty for none. */
    public List<Session> of(long account, String present) {
        return store.of(account, present, clock.instant());
    }

    /** Everybody's, for those who manage access. */
    public List<Session> all(String present) {
        return store.all(present, clock.instant());
    }

    /** Ends one of the actor's own sessions; refuses with {@code not_found} any other. */
    public void end(Actor actor, String key) {
        end(actor, actor.userId(), key);
    }

    /** Ends all of the actor's own sessions but the present one; answers how many. */
    public int endOthers(Actor actor, String present) {
        return transaction.execute(status -> {
            int ended = store.endAll(actor.userId(), present);
            told(actor, actor.userId(), ended);
            return ended;
        });
    }

    /** Ends somebody's session, as whoever manages access does. */
    public void end(Actor actor, long account, String key) {
        accounts.require(account);
        transaction.executeWithoutResult(status -> {
            if (!store.end(account, key)) {
                throw new Refusal(CommonError.NOT_FOUND);
            }
            told(actor, account, 1);
        });
    }

    /** Ends all of somebody's sessions; answers how many. */
    public int endAll(Actor actor, long account) {
        accounts.require(account);
        return transaction.execute(status -> {
            int ended = store.endAll(account, "");
            told(actor, account, ended);
            return ended;
        });
    }

    private void told(Actor actor, long account, int ended) {
        changes.told(actor, "sessions_ended", Account.subject(account), Map.of("count", String.valueOf(ended)));
    }

    /**
     * One open session.
     *
     * @param key names it without letting anybody into it
     * @param origin network address it began from
     * @param present whether it is the one that asks
     */
    public record Session(
            String key,
            long accountId,
            Device device,
            String origin,
            Instant since,
            Instant lastUsedAt,
            boolean present) {}
}
