package io.clientela.fields;

import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What every change of the catalogue does besides: one at a time, seen at once on this node and soon on the others. */
@Component
class Changing {

    private final EditingStore store;
    private final FieldCatalogue fields;
    private final TransactionTemplate transaction;

    Changing(EditingStore store, FieldCatalogue fields, TransactionTemplate transaction) {
        this.store = store;
        this.fields = fields;
        this.transaction = transaction;
    }

    /** Does a change in a transaction of its own, given the catalogue before it; changes wait for one another here. */
    <T> T change(Function<Edition, T> work) {
        return transaction.execute(status -> {
            store.raiseVersion();
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    fields.renew();
                }
            });
            return fields.asProposed(work);
        });
    }

    /** Goes on in the same transaction with what was written so far. */
    <T> T after(Function<Edition, T> work) {
        return fields.asProposed(work);
    }
}
