package io.clientela.platform;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does work in a transaction of its own, and afresh where it and another waited for each other: the database breaks one of the two
 * off, which then has done nothing. In somebody else's transaction it is done once, since that one is broken off as a whole.
 */
@Component
public class Afresh {

    private static final int TIMES = 5;

    private final TransactionTemplate transaction;

    Afresh(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /** {@code work} may be done several times, so it leaves nothing behind but what the database takes back. */
    public <T> T run(Supplier<T> work) {
        int most = TransactionSynchronizationManager.isActualTransactionActive() ? 1 : TIMES;
        for (int time = 1; ; time++) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> work.get()));
            } catch (RuntimeException e) {
                if (time >= most || !Connections.isBrokenOff(e)) {
                    throw e;
                }
            }
        }
    }
}
