package io.clientela.customer;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who took which file out of the pool, and until when. */
@Repository
class ClaimStore {

    /** One person's claims follow one another, or two at a time would each find room for the last one. */
    private static final String QUEUE = """
            select pg_advisory_xact_lock(:space, :user)
            """;

    private static final String BEGIN = """
            insert into customer.claim (file_id, head_id, user_id, claimed_at)
            values (:file, :head, :user, :at)
            """;

    private static final String END = """
            update customer.claim
            set ended_at = :at,
                given_back = :back
            where file_id = :file
              and ended_at is null
            """;

    /** Since when it was held isn't known, so that it counts as taken on no day. */
    private static final String GIVEN = """
            insert into customer.claim (file_id, head_id, user_id, claimed_at, ended_at, given_back)
            values (:file, :head, :user, timestamptz 'epoch', :at, true)
            """;

    private static final String HELD = """
            select count(*)
            from customer.claim c
            where c.user_id = :user
              and c.ended_at is null
            """;

    private static final String TAKEN = """
            select count(*)
            from customer.claim c
            where c.user_id = :user
              and c.claimed_at >= :since
            """;

    private static final String GIVEN_BACK = """
            select max(c.ended_at)
            from customer.claim c
            where c.file_id = :file
              and c.user_id = :user
              and c.given_back
            """;

    private static final String CLAIMED_SINCE = """
            select exists (
              select 1
              from customer.claim c
              where c.file_id = :file
                and c.claimed_at >= :since
            )
            """;

    private static final String HOLDERS = """
            select count(*)
            from (
              select c.user_id
              from customer.claim c
              where c.ended_at is null
              group by c.user_id
              having count(*) >= :most
            ) as holder
            """;

    private static final String TAKERS = """
            select count(*)
            from (
              select c.user_id
              from customer.claim c
              where c.claimed_at >= :since
              group by c.user_id
              having count(*) >= :most
            ) as taker
            """;

    private static final String GIVEN_BACK_SINCE = """
            select count(distinct (c.file_id, c.user_id))
            from customer.claim c
            where c.given_back
              and c.ended_at > :since
            """;

    /** Tells these locks from all others. */
    private static final int SPACE = 1_527_001;

    private final JdbcClient sql;

    ClaimStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Waits for the claims of this person that are under way, until the end of the transaction. */
    void queue(long user) {
        sql.sql(QUEUE)
                .param("space", SPACE)
                .param("user", Math.toIntExact(user))
                .query((row, n) -> n)
                .list();
    }

    void begin(long file, long head, long user, Instant at) {
        sql.sql(BEGIN)
                .param("file", file)
                .param("head", head)
                .param("user", user)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Whether there was such a claim. */
    boolean end(long file, Instant at, boolean givenBack) {
        return sql.sql(END)
                        .param("file", file)
                        .param("at", Timestamp.from(at))
                        .param("back", givenBack)
                        .update()
                > 0;
    }

    /** Notes that somebody gave back what was assigned to them. */
    void givenBackUnclaimed(long file, long head, long user, Instant at) {
        sql.sql(GIVEN)
                .param("file", file)
                .param("head", head)
                .param("user", user)
                .param("at", Timestamp.from(at))
                .update();
    }

    int held(long user) {
        return sql.sql(HELD).param("user", user).query(Integer.class).single();
    }

    int takenSince(long user, Instant since) {
        return sql.sql(TAKEN)
                .param("user", user)
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /** When this person last gave this file back. */
    Optional<Instant> givenBack(long file, long user) {
        return sql.sql(GIVEN_BACK)
                .param("file", file)
                .param("user", user)
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    /** How many people hold so many claimed files or more. */
    int holdersOf(int most) {
        return sql.sql(HOLDERS).param("most", most).query(Integer.class).single();
    }

    /** How many people have claimed so many files or more since then. */
    int takersOf(int most, Instant since) {
        return sql.sql(TAKERS)
                .param("most", most)
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /** How many files somebody gave back since then, a file once for each of them. */
    int givenBackSince(Instant since) {
        return sql.sql(GIVEN_BACK_SINCE)
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    boolean isClaimedSince(long file, Instant since) {
        return sql.sql(CLAIMED_SINCE)
                .param("file", file)
                .param("since", Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }
}
