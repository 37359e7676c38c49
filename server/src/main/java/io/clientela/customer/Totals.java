package io.clientela.customer;

import io.clientela.kernel.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Condition;
import org.springframework.stereotype.Component;

/**
 * How many files a list has, to {@link ListStore#COUNTED}. Exact totals are counted each time; that there are more is
 * remembered for a minute, because counting that far is most of the work of a page and hardly ever comes out otherwise.
 */
@Component
class Totals {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 1_000;

    private final ListStore lists;
    private final Clock clock;

    /** Listings with more files than are counted, and when that was seen. */
    private final Map<Listing, Instant> large = new ConcurrentHashMap<>();

    Totals(ListStore lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    /** The number of files, at most one more than {@link ListStore#COUNTED}. */
    long count(Scope scope, Condition filter) {
        Listing listing = new Listing(scope, filter.toString());
        Instant seen = large.get(listing);
        Instant now = clock.instant();
        if (seen != null && now.isBefore(seen.plus(REMEMBERED))) {
            return ListStore.COUNTED + 1L;
        }
        long count = lists.count(scope, filter);
        if (count > ListStore.COUNTED) {
            if (large.size() >= MOST_REMEMBERED) {
                large.clear();
            }
            large.put(listing, now);
        } else {
            large.remove(listing);
        }
        return count;
    }

    private record Listing(Scope scope, String filter) {}
}
