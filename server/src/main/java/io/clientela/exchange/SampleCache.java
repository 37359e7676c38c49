package io.clientela.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** First values of the files being looked at, kept in memory only, so that watching a run doesn't open its file each second. */
final class SampleCache {

    private static final int MOST = 50;

    private final Map<Long, Map<Integer, List<String>>> byRun = new LinkedHashMap<>();

    /** A file is read outside the lock, so that nobody waits for another's; two who come at once may both read it. */
    Map<Integer, List<String>> of(long run, Supplier<Map<Integer, List<String>>> read) {
        return find(run).orElseGet(() -> {
            Map<Integer, List<String>> samples = read.get();
            put(run, samples);
            return samples;
        });
    }

    synchronized void put(long run, Map<Integer, List<String>> samples) {
        byRun.put(run, samples);
        if (byRun.size() > MOST) {
            byRun.remove(byRun.keySet().iterator().next());
        }
    }

    private synchronized Optional<Map<Integer, List<String>>> find(long run) {
        return Optional.ofNullable(byRun.get(run));
    }
}
