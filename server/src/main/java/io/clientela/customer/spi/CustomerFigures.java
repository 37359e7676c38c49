package io.clientela.customer.spi;

import io.clientela.kernel.Actor;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A room above counts or sums something of customers, which is added up over a household or a group of companies. */
public interface CustomerFigures {

    /** What the actor may know of these customers, named by the file that stands for each. */
    List<Figure> of(Collection<Long> heads, Actor actor);

    /**
     * One figure; its text stands under {@code figure.<code>}.
     *
     * @param byHead of which customers there is one; the others are absent
     */
    record Figure(String code, Map<Long, BigDecimal> byHead) {}
}
