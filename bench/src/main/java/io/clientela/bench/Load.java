package io.clientela.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** Connections, four if nothing is said, that each send the next request as soon as the last is answered: a warm-up, then five windows. */
final class Load {

    static final int CONNECTIONS = 4;
    static final int WINDOWS = 5;
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final Duration WINDOW = Duration.ofSeconds(3);

    private final String address;
    private final String token;
    private final int connections;

    Load(String address, String token) {
        this(address, token, CONNECTIONS);
    }

    Load(String address, String token, int connections) {
        this.address = address;
        this.token = token;
        this.connections = connections;
    }

    /** Asks for these for a while and measures nothing, so that what is measured after it has been compiled. */
    void warmUp(List<String> targets, Duration length) throws IOException, InterruptedException {
        warmUp(any(targets), length);
    }

    /** The same with anything that is asked. */
    void warmUp(Call call, Duration length) throws IOException, InterruptedException {
        window(call, length, -1);
    }

    /** Asks for these in an order of its own, the same in every run. */
    Result run(List<String> targets) throws IOException, InterruptedException {
        return run(any(targets));
    }

    private static Call any(List<String> targets) {
        return (wire, random) -> wire.get(targets.get(random.nextInt(targets.size())));
    }

    /** Does this again and again. */
    Result run(Call call) throws IOException, InterruptedException {
        window(call, WARM_UP, 0);
        List<Double> rates = new ArrayList<>();
        LongStream all = LongStream.empty();
        for (int i = 1; i <= WINDOWS; i++) {
            long start = System.nanoTime();
            long[] took = window(call, WINDOW, i);
            rates.add(took.length / ((System.nanoTime() - start) / 1e9));
            all = LongStream.concat(all, Arrays.stream(took));
        }
        long[] sorted = all.sorted().toArray();
        return new Result(rates, at(sorted, 0.50), at(sorted, 0.99), sorted.length);
    }

    private long[] window(Call call, Duration length, int seed) throws IOException, InterruptedException {
        try (ExecutorService each = Executors.newFixedThreadPool(connections)) {
            long end = System.nanoTime() + length.toNanos();
            List<Future<long[]>> working = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                SplittableRandom random = new SplittableRandom(seed * 100L + i);
                working.add(each.submit(() -> work(call, random, end)));
            }
            LongStream all = LongStream.empty();
            for (Future<long[]> one : working) {
                all = LongStream.concat(all, Arrays.stream(one.get()));
            }
            return all.toArray();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private long[] work(Call call, SplittableRandom random, long end) throws IOException {
        long[] took = new long[1 << 12];
        int done = 0;
        try (Wire wire = Wire.open(address, token)) {
            for (long now = System.nanoTime(); now < end; ) {
                call.over(wire, random);
                long after = System.nanoTime();
                took = done == took.length ? Arrays.copyOf(took, done * 2) : took;
                took[done++] = after - now;
                now = after;
            }
        }
        return Arrays.copyOf(took, done);
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * share))] / 1e6;
    }

    /** One request and its answer. */
    interface Call {
        void over(Wire wire, SplittableRandom random) throws IOException;
    }

    /**
     * What came of it.
     *
     * @param rates answers a second, one a window
     * @param p50 milliseconds
     * @param p99 milliseconds
     */
    record Result(List<Double> rates, double p50, double p99, int answers) {

        double rate() {
            return Figures.median(rates);
        }

        @Override
        public String toString() {
            return "%s/s (%s to %s), p50 %s ms, p99 %s ms"
                    .formatted(
                            Figures.whole(rate()),
                            Figures.whole(rates.stream().min(Double::compare).orElse(0.0)),
                            Figures.whole(rates.stream().max(Double::compare).orElse(0.0)),
                            Figures.two(p50),
                            Figures.two(p99));
        }
    }
}
