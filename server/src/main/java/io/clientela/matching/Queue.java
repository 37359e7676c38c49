package io.clientela.matching;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientela.customer.SideBySide;
import io.clientela.customer.SideBySide.Beside;
import io.clientela.customer.SideBySide.Two;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Scope;
import io.clientela.matching.PairStore.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Pairs a person is to look at: those of which the reader may see both, the surest first, what was put off last. */
@Component
public class Queue {

    private static final int PORTION = 500;

    /** Whoever sees only some customers has so many pairs looked through for theirs. */
    private static final int LOOKED_THROUGH = 20_000;

    private final PairStore pairs;
    private final SideBySide files;
    private final Wording wording;

    Queue(PairStore pairs, SideBySide files, Wording wording) {
        this.pairs = pairs;
        this.files = files;
        this.wording = wording;
    }

    /** The first pairs behind the first {@code skip}, and how many there are. */
    public Page page(Question asked, int skip, int limit, Actor actor) {
        Found found = found(asked, skip, limit, actor);
        List<Item> items = files
                .pairs(
                        found.pairs(),
                        waiting -> waiting.pair().one(),
                        waiting -> waiting.pair().other(),
                        actor)
                .stream()
                .map(two -> item(two, actor))
                .toList();
        return new Page(items, found.left(), found.exact(), actor.may(Functions.CUSTOMERS_CHANGE));
    }

    private Found found(Question asked, int skip, int limit, Actor actor) {
        if (actor.scope() instanceof Scope.All) {
            return new Found(pairs.queue(asked, limit, skip), pairs.left(asked), true);
        }
        List<Waiting> shown = new ArrayList<>();
        long left = 0;
        for (int from = 0; from < LOOKED_THROUGH; from += PORTION) {
            List<Waiting> some = pairs.queue(asked, PORTION, from);
            Set<Long> seen = files.inScope(
                    some.stream()
                            .flatMap(waiting -> Stream.of(
                                    waiting.pair().one(), waiting.pair().other()))
                            .toList(),
                    actor);
            for (Waiting waiting : some) {
                if (seen.contains(waiting.pair().one())
                        && seen.contains(waiting.pair().other())) {
                    if (left >= skip && shown.size() < limit) {
                        shown.add(waiting);
                    }
                    left++;
                }
            }
            if (some.size() < PORTION) {
                return new Found(shown, left, true);
            }
        }
        return new Found(shown, left, false);
    }

    private Item item(Two<Waiting> two, Actor actor) {
        FoundPair pair = two.pair().pair();
        return new Item(
                two.one(),
                two.other(),
                two.agreement(),
                pair.outcome().name().toLowerCase(Locale.ROOT),
                pair.probability(),
                Math.round(pair.bits() * 10) / 10.0,
                wording.reasons(pair.findings(), actor.language()),
                two.pair().later());
    }

    /** Which pairs are asked for: of one type of customer or of all, open ones or those proposed to be merged. */
    public record Question(Optional<String> record, boolean proposed) {}

    private record Found(List<Waiting> pairs, long left, boolean exact) {}

    /**
     * A page of the queue.
     *
     * @param left how many pairs there are for this reader; at least so many where it isn't {@code exact}
     * @param decide whether the reader may say something
     */
    public record Page(List<Item> items, long left, boolean exact, boolean decide) {}

    /**
     * Two customers likely to be one.
     *
     * @param agreement by field: {@code equal}, {@code different}, or {@code one} where only one of them says something
     * @param outcome {@code same} or {@code ask}
     * @param bits what the reasons add up to
     * @param later whether somebody put it off
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            Beside one,
            Beside other,
            Map<String, String> agreement,
            String outcome,
            double probability,
            double bits,
            List<Reason> reasons,
            boolean later) {}
}
