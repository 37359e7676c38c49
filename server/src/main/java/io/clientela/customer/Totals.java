package io.clientela.customer;

import io.clientela.kernel.Scope;
import java.time.Duration;
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

    /** Lists with more files than are counted, and when that was seen. */
    private final Map<Wanted, Long> large = new ConcurrentHashMap<>();

    Totals(ListStore lists) {
        this.lists = lists;
    }

    /** The number of files, at most one more than {@link ListStore#COUNTED}. */
    long count(Scope scope, Condition filter) {
        Wanted wanted = new Wanted(scope, filter.toString());
        Long seen = large.get(wanted);
        if (seen != null && System.nanoTime() - seen < REMEMBERED.toNanos()) {
            return ListStore.COUNTED + 1L;
        }
        long count = lists.count(scope, filter);
        if (count > ListStore.COUNTED) {
            if (large.size() >= MOST_REMEMBERED) {
                large.clear();
            }
            large.put(wanted, System.nanoTime());
        } else {
            large.remove(wanted);
        }
        return count;
    }

    private record Wanted(Scope scope, String filter) {}
}
