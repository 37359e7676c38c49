package io.clientela.customer;

import io.clientela.customer.HeadStore.Stray;
import io.clientela.platform.Housekeeping;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Has rows follow that were written for a head which had just come under another: whoever wrote them couldn't know. */
@Component
class HeadKeeping implements Housekeeping {

    private final HeadStore heads;
    private final TransactionTemplate transaction;

    HeadKeeping(HeadStore heads, TransactionTemplate transaction) {
        this.heads = heads;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "rows that follow merged customers";
    }

    @Override
    public long tidy(Instant now) {
        List<Stray> strays = heads.strays();
        strays.forEach(stray -> transaction.executeWithoutResult(
                status -> heads.set(List.of(stray.file()), List.of(stray.oldHead()), stray.newHead())));
        return strays.size();
    }
}
