package io.clientela.schedule;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Works of jobs that end only when the test lets them. */
@Component
class TwiceWanted implements JobHandler {

    static final String KIND = "twice_wanted";

    final CountDownLatch begun = new CountDownLatch(1);
    final CountDownLatch mayEnd = new CountDownLatch(1);
    final CountDownLatch ranAgain = new CountDownLatch(2);
    final List<Long> runs = new CopyOnWriteArrayList<>();

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(long subject) {
        runs.add(subject);
        ranAgain.countDown();
        begun.countDown();
        try {
            if (!mayEnd.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody let the job end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
