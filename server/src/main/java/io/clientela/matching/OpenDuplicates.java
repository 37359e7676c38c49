package io.clientela.matching;

import io.clientela.customer.SideBySide;
import io.clientela.customer.spi.CustomerFigures;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which customers are in the queue, counted as 1 each, for those who may look at it; for a case with somebody out of reach they aren't. */
@Component
class OpenDuplicates implements CustomerFigures {

    private static final String CODE = "open_duplicates";

    private final PairStore pairs;
    private final SideBySide files;

    OpenDuplicates(PairStore pairs, SideBySide files) {
        this.pairs = pairs;
        this.files = files;
    }

    @Override
    public List<Figure> of(Collection<Long> heads, Actor actor) {
        if (!actor.may(Functions.MATCHING_REVIEW) || heads.isEmpty()) {
            return List.of();
        }
        List<Two> open = pairs.open(heads);
        Set<Long> named = new HashSet<>();
        open.forEach(two -> named.addAll(List.of(two.one(), two.other())));
        Set<Long> seen = files.inScope(named, actor);
        Map<Long, BigDecimal> counts = new HashMap<>();
        heads.forEach(head -> counts.put(head, BigDecimal.ZERO));
        open.stream()
                .filter(two -> seen.contains(two.one()) && seen.contains(two.other()))
                .flatMap(two -> List.of(two.one(), two.other()).stream())
                .forEach(head -> counts.computeIfPresent(head, (own, count) -> BigDecimal.ONE));
        return List.of(new Figure(CODE, counts));
    }
}
