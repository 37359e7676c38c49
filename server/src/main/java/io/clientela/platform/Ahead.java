package io.clientela.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * What one thread makes while another uses it, a few portions ahead, so that a database and a file are busy at once. Portions come
 * in their order; what goes wrong where they are made is thrown where they are used, and nothing is made any more once their user
 * has stopped.
 */
public final class Ahead {

    private static final int PORTIONS = 4;

    private Ahead() {}

    /** Runs until everything made was used; {@code maker} hands each portion over and may wait there. */
    public static <T> void run(Consumer<Consumer<T>> maker, Consumer<T> user) {
        BlockingQueue<List<T>> ready = new ArrayBlockingQueue<>(PORTIONS);
        FutureTask<Boolean> making = new FutureTask<>(() -> make(maker, ready), true);
        // Not a virtual one: interrupted in the middle of a statement that would close its connection.
        Thread thread = Thread.ofPlatform().daemon().name("ahead").start(making);
        try {
            for (List<T> portion = ready.take(); !portion.isEmpty(); portion = ready.take()) {
                portion.forEach(user);
            }
            making.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("told to stop");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            end(thread, ready);
        }
    }

    private static <T> void make(Consumer<Consumer<T>> maker, BlockingQueue<List<T>> ready) {
        try {
            maker.accept(portion -> put(ready, List.of(portion)));
        } finally {
            // An empty portion says that there are no more, also where the making went wrong.
            put(ready, List.of());
        }
    }

    private static <T> void put(BlockingQueue<List<T>> ready, List<T> portion) {
        try {
            ready.put(portion);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("nobody uses it any more");
        }
    }

    /** Whoever makes is stopped and waited for, so that nothing of it goes on behind its user's back. */
    private static <T> void end(Thread thread, BlockingQueue<List<T>> ready) {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            ready.drainTo(new ArrayList<>());
            try {
                thread.join(50);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
