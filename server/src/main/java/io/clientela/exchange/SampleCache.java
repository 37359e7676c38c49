package io.clientela.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** First values of the files being looked at, kept in memory only, so that watching a run doesn't open its file each second. */
final class SampleCache {

    private static final int MOST = 50;

    private final Map<Long, Map<Integer, List<String>>> byRun = new LinkedHashMap<>();

    synchronized Map<Integer, List<String>> of(long run, Supplier<Map<Integer, List<String>>> read) {
        Map<Integer, List<String>> known = byRun.get(run);
        if (known == null) {
            known = read.get();
            byRun.put(run, known);
            if (byRun.size() > MOST) {
                byRun.remove(byRun.keySet().iterator().next());
            }
        }
        return known;
    }
}
