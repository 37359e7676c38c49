package io.clientela.customer;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives out customer numbers. They are taken in a short transaction of their own, so that a long import doesn't hold up a
 * form; a number taken for something that then failed is left out, never reused.
 */
@Component
class Numbers {

    private final NumberStore store;
    private final Clock clock;
    private final ZoneId zone;

    Numbers(NumberStore store, Clock clock, ZoneId zone) {
        this.store = store;
        this.clock = clock;
        this.zone = zone;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public List<CustomerNumber> take(int count) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        long last = store.take(today, count);
        List<CustomerNumber> numbers = new ArrayList<>(count);
        for (long n = last - count + 1; n <= last; n++) {
            numbers.add(CustomerNumber.of(today, n));
        }
        return numbers;
    }
}
