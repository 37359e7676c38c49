package io.clientela.bench;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a collector's log says of the heap, in MB: most in use before a collection, most alive after one. */
record Heap(long peak, long alive, int collections) {

    private static final Pattern PAUSE = Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\(\\d+M\\)");

    static Heap of(List<String> log) {
        long peak = 0;
        long alive = 0;
        int collections = 0;
        for (String line : log) {
            Matcher pause = PAUSE.matcher(line);
            if (pause.find()) {
                peak = Math.max(peak, Long.parseLong(pause.group(1)));
                alive = Math.max(alive, Long.parseLong(pause.group(2)));
                collections++;
            }
        }
        return new Heap(peak, alive, collections);
    }
}
