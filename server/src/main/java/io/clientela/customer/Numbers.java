package io.clientela.customer;

import io.clientela.platform.Organisation;
import java.time.Clock;
import java.time.LocalDate;
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
    private final NumberingRule rule;
    private final Organisation organisation;
    private final Clock clock;

    Numbers(NumberStore store, NumberingRule rule, Organisation organisation, Clock clock) {
        this.store = store;
        this.rule = rule;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public List<CustomerNumber> take(int count) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), organisation.zone());
        NumberingRule.Form form = rule.form();
        long last = store.take(form.counted(today), count);
        List<CustomerNumber> numbers = new ArrayList<>(count);
        for (long n = last - count + 1; n <= last; n++) {
            numbers.add(form.number(today, n));
        }
        return numbers;
    }
}
