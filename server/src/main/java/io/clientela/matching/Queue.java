package io.clientela.matching;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientela.customer.SideBySide;
import io.clientela.customer.SideBySide.Beside;
import io.clientela.customer.SideBySide.Several;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Scope;
import io.clientela.kit.match.Outcome;
import io.clientela.matching.Verdict.Word;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Customers a person is to look at, two or several beside each other: those the reader may see, the surest first, what was put off last. */
@Component
public class Queue {

    /** Behind so many pairs nobody looks before those in front of them are decided. */
    private static final int LOOKED_THROUGH = 20_000;

    private static final int PORTION = 1_000;

    private final PairStore pairs;
    private final VerdictStore verdicts;
    private final Comparing comparing;
    private final SideBySide files;
    private final Wording wording;
    private final Tellable tellable;

    Queue(
            PairStore pairs,
            VerdictStore verdicts,
            Comparing comparing,
            SideBySide files,
            Wording wording,
            Tellable tellable) {
        this.pairs = pairs;
        this.verdicts = verdicts;
        this.comparing = comparing;
        this.files = files;
        this.wording = wording;
        this.tellable = tellable;
    }

    /** The first items behind the first {@code skip}, and how many there are. */
    public Page page(Question asked, int skip, int limit, Actor actor) {
        List<Bond> bonds = pairs.bonds(asked, LOOKED_THROUGH);
        List<Cluster> all = clusters(seen(bonds, actor));
        List<Cluster> some = all.stream().skip(skip).limit(limit).toList();
        List<Several<Cluster>> beside = files.several(some, Cluster::members, actor);
        List<Long> ids = beside.stream()
                .flatMap(several -> several.members().keySet().stream())
                .distinct()
                .toList();
        Map<Two, FoundPair> found = pairs.among(ids);
        Map<Two, Verdict> said = verdicts.among(ids);
        List<Item> items = beside.stream()
                .map(several -> item(several, found, said, actor))
                .toList();
        return new Page(items, all.size(), bonds.size() < LOOKED_THROUGH, actor.may(Functions.CUSTOMERS_CHANGE));
    }

    /** What is out of reach is left out before anything is put together, so that nothing tells of it. */
    private List<Bond> seen(List<Bond> bonds, Actor actor) {
        if (actor.scope() instanceof Scope.All) {
            return bonds;
        }
        List<Long> all = members(bonds);
        Set<Long> seen = new HashSet<>();
        for (int from = 0; from < all.size(); from += PORTION) {
            seen.addAll(files.inScope(all.subList(from, Math.min(all.size(), from + PORTION)), actor));
        }
        return bonds.stream()
                .filter(bond -> seen.contains(bond.two().one())
                        && seen.contains(bond.two().other()))
                .toList();
    }

    private List<Cluster> clusters(List<Bond> bonds) {
        Set<Two> different = new HashSet<>();
        verdicts.among(members(bonds)).forEach((two, verdict) -> {
            if (verdict.word() == Word.DIFFERENT) {
                different.add(two);
            }
        });
        return Clusters.of(bonds, different);
    }

    private static List<Long> members(Collection<Bond> bonds) {
        return bonds.stream()
                .flatMap(bond -> Stream.of(bond.two().one(), bond.two().other()))
                .distinct()
                .toList();
    }

    private Item item(Several<Cluster> several, Map<Two, FoundPair> all, Map<Two, Verdict> said, Actor actor) {
        List<Long> ids = List.copyOf(several.members().keySet());
        Map<Two, FoundPair> found = new HashMap<>(all);
        if (!found.keySet().containsAll(Two.among(ids))) {
            // What no key led to, or nobody is asked about, is a reason too.
            comparing.among(ids).forEach(found::putIfAbsent);
        }
        List<Between> between = Two.among(ids).stream()
                .filter(found::containsKey)
                .map(two -> between(Objects.requireNonNull(found.get(two)), said.get(two), several.members(), actor))
                .sorted(Comparator.comparingDouble(Between::bits).reversed())
                .toList();
        boolean same = between.stream().allMatch(one -> one.outcome().equals(text(Outcome.SAME)));
        return new Item(
                List.copyOf(several.members().values()),
                several.agreement(),
                between,
                text(same ? Outcome.SAME : Outcome.ASK),
                between.stream().mapToDouble(Between::probability).min().orElse(0),
                several.group().later());
    }

    private Between between(FoundPair pair, @Nullable Verdict said, Map<Long, Beside> members, Actor actor) {
        return new Between(
                numberOf(pair.one(), members),
                numberOf(pair.other(), members),
                text(pair.outcome()),
                pair.probability(),
                Math.round(pair.bits() * 10) / 10.0,
                wording.reasons(tellable.aside(pair.findings(), actor), actor.language()),
                said == null ? null : said.word().text());
    }

    private static String numberOf(long file, Map<Long, Beside> members) {
        return Objects.requireNonNull(members.get(file)).number();
    }

    private static String text(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    /** Which items are asked for: of one type of customer or of all, open ones or those proposed to be merged. */
    public record Question(Optional<String> record, boolean proposed) {}

    /**
     * A page of the queue.
     *
     * @param left how many items there are for this reader; at least so many where it isn't {@code exact}
     * @param decide whether the reader may say something
     */
    public record Page(List<Item> items, long left, boolean exact, boolean decide) {}

    /**
     * Two customers likely to be one, or several.
     *
     * @param members the oldest first
     * @param agreement by field, a number for each of the members: 0 where it says nothing, and the same number where two say the same
     * @param between every two of them, the surest first
     * @param outcome {@code same} where all of them are, else {@code ask}; {@code probability} is that of the least sure two
     * @param later whether somebody put it off
     */
    public record Item(
            List<Beside> members,
            Map<String, List<Integer>> agreement,
            List<Between> between,
            String outcome,
            double probability,
            boolean later) {}

    /**
     * How two of an item stand to each other, by their numbers.
     *
     * @param outcome {@code same}, {@code ask} or {@code different}
     * @param bits what the reasons add up to
     * @param said what somebody said of the two: {@code same}, {@code maybe} or {@code different}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Between(
            String one,
            String other,
            String outcome,
            double probability,
            double bits,
            List<Reason> reasons,
            @Nullable String said) {}
}
