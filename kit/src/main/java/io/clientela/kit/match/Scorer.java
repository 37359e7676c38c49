package io.clientela.kit.match;

import io.clientela.kit.match.Ties.Tie;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** Weighs pairs of a base by a model. May be shared by threads, each with levels of its own. */
public final class Scorer {

    /** A rare value can't say more than so many times what an ordinary one says. */
    private static final double RAREST = 200;

    /** A value nobody else has might have been had by half a record more. */
    private static final double HALF = 0.5;

    /** Beyond this nothing gets surer: evidence isn't quite independent. */
    private static final double MOST_BITS = 40;

    /** What says outright that two are two outweighs everything they share. */
    private static final double OUTRIGHT = -2 * MOST_BITS;

    private static final String RELATION = "relation";

    private final Base base;
    private final Ties ties;

    /** Rows of which something is known. */
    private final BitSet tied = new BitSet();

    private final boolean noTies;

    private final RuleSet rules;
    private final double[][] same;
    private final double[][] strangers;
    private final double half;
    private final double[][] bits;
    private final double prior;
    private final SharedRoof roof;

    /** By aspect: what it is compared by, which one of that it is, and the level at which it counts how common a value is. */
    private final Comparison[] comparisons;

    private final int[] places;
    private final int[] counted;

    public Scorer(Base base, Model model) {
        this(base, model, Ties.NONE);
    }

    /** Weighs with what is known of the records in the base by now. */
    public Scorer(Base base, Model model, Ties ties) {
        this.base = base;
        this.ties = ties;
        this.rules = base.rules();
        this.same = model.same().stream()
                .map(each -> Arrays.stream(each).map(Model::log2).toArray())
                .toArray(double[][]::new);
        this.strangers = model.strangers().toArray(double[][]::new);
        this.half = HALF / Math.max(1, model.records());
        this.prior = model.priorBits();
        this.roof = new SharedRoof(rules);
        this.bits = model.table();
        this.comparisons = new Comparison[bits.length];
        this.places = new int[bits.length];
        this.counted = new int[bits.length];
        int aspect = 0;
        for (int i = 0; i < rules.comparisons(); i++) {
            for (int which = 0; which < rules.width(i); which++, aspect++) {
                comparisons[aspect] = rules.comparison(i);
                places[aspect] = which;
                counted[aspect] = comparisons[aspect].counted(which);
            }
        }
        for (int row = 0; row < base.size(); row++) {
            tied.set(row, ties.has(base.id(row)));
        }
        this.noTies = tied.isEmpty();
    }

    byte[] levels() {
        return new byte[bits.length];
    }

    /** How sure it is that two rows are one customer, in bits above even odds; {@code levels} is written over. */
    double bits(int a, int b, byte[] levels) {
        rules.compare(base, a, b, levels);
        return weighed(a, b, levels);
    }

    /** The same of rows compared before. */
    double weighed(int a, int b, byte[] levels) {
        double sum = prior;
        double shared = 0;
        for (int aspect = 0; aspect < levels.length; aspect++) {
            double weight = weight(a, b, aspect, levels[aspect]);
            sum += weight;
            shared += roof.shared(aspect, weight);
        }
        // Of most bases nothing is known, and this is asked of hundreds of millions of pairs.
        sum -= noTies ? roof.neighbours(levels) ? shared : 0 : explained(tie(a, b), levels, shared);
        return Math.clamp(sum, -MOST_BITS, MOST_BITS);
    }

    /** What counts for nothing, or outweighs everything, because of what is known of the two. */
    private double explained(Tie tie, byte[] levels, double shared) {
        return (underOneRoof(tie, levels) ? shared : 0) - (tie == Tie.RELATED ? OUTRIGHT : 0);
    }

    private boolean underOneRoof(Tie tie, byte[] levels) {
        return roof.neighbours(levels) || (isCircle(tie) && roof.unvouched(levels));
    }

    private static boolean isCircle(Tie tie) {
        return tie == Tie.HOUSEHOLD || tie == Tie.COMPANY;
    }

    private Tie tie(int a, int b) {
        return tied.get(a) && tied.get(b) ? ties.between(base.id(a), base.id(b)) : Tie.NONE;
    }

    /** Whether two rows are two customers whatever else they share, as long as nobody says otherwise. */
    boolean apart(int a, int b) {
        return (!noTies && tie(a, b) != Tie.NONE) || rules.apart(base, a, b);
    }

    private double weight(int a, int b, int aspect, int level) {
        if (level != counted[aspect]) {
            return bits[aspect][level];
        }
        double others = comparisons[aspect].share(base, a, b, places[aspect]);
        if (others < 0) {
            return bits[aspect][level];
        }
        double usual = strangers[aspect][level];
        double likely = Math.max(usual / RAREST, others + Math.min(usual, half));
        return same[aspect][level] - Model.log2(likely);
    }

    /** The same with its reasons, the weightiest first. */
    public Score score(int a, int b) {
        byte[] levels = levels();
        double sum = bits(a, b, levels);
        List<Reason> reasons = new ArrayList<>();
        double shared = 0;
        for (int aspect = 0; aspect < levels.length; aspect++) {
            if (levels[aspect] != 0) {
                Reason reason = reason(a, b, aspect, levels[aspect]);
                reasons.add(reason);
                shared += roof.shared(aspect, reason.bits());
            }
        }
        Tie tie = tie(a, b);
        if (tie == Tie.RELATED) {
            reasons.add(new Reason(RELATION, "related", OUTRIGHT, "", ""));
        }
        if (roof.neighbours(levels) && shared > 0) {
            reasons.add(roof.reason(shared));
        } else if (isCircle(tie)) {
            double explained = underOneRoof(tie, levels) ? shared : 0;
            reasons.add(new Reason(RELATION, tie.name().toLowerCase(Locale.ROOT), -explained, "", ""));
        }
        reasons.sort((x, y) -> Double.compare(Math.abs(y.bits()), Math.abs(x.bits())));
        reasons.add(new Reason("prior", "prior", prior, "", ""));
        return new Score(sum, Model.probability(sum), reasons, apart(a, b));
    }

    private Reason reason(int a, int b, int aspect, int level) {
        Aspect of = rules.aspects().get(aspect);
        return new Reason(
                of.code(),
                of.levels().get(level).code(),
                weight(a, b, aspect, level),
                comparisons[aspect].shown(base, a, places[aspect]),
                comparisons[aspect].shown(base, b, places[aspect]));
    }
}
