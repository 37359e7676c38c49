package io.clientela.exchange;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Two steps of work on a row of batches, each with a thread of its own, a few batches ahead of whoever takes them; batches
 * come out in order.
 */
final class Pipeline<T> implements AutoCloseable {

    /** One batch in each step, one waiting. */
    private static final int AHEAD = 3;

    private final Supplier<T> first;
    private final UnaryOperator<T> second;
    private final ExecutorService firstThread;
    private final ExecutorService secondThread;
    private final Deque<Future<T>> ahead = new ArrayDeque<>();

    Pipeline(String name, Supplier<T> first, UnaryOperator<T> second) {
        this.first = first;
        this.second = second;
        this.firstThread = thread(name + "-read");
        this.secondThread = thread(name + "-seal");
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(Thread.ofPlatform().name(name).factory());
    }

    /** The next batch; a fault of either step comes out here. */
    T next() {
        while (ahead.size() < AHEAD) {
            Future<T> read = firstThread.submit(first::get);
            ahead.add(secondThread.submit(() -> second.apply(get(read))));
        }
        return get(ahead.remove());
    }

    private static <T> T get(Future<T> work) {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the work was interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    /** Gives up what is ahead and waits until both threads have ended. */
    @Override
    public void close() {
        ahead.forEach(work -> work.cancel(false));
        secondThread.close();
        firstThread.close();
    }
}
