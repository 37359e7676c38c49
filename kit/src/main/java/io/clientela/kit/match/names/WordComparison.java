package io.clientela.kit.match.names;

import java.util.Arrays;

/** Two names by their words, for Latin and everything romanised, and across scripts. */
final class WordComparison {

    private static final double SAME = 0.955;
    private static final double LEAST_SIMILAR = 0.8;
    private static final double LEAST_SHORT_FORM = 0.5;
    private static final double OTHER_FORM = 0.985;
    private static final double MOST_RELATED = 0.6;
    private static final double BY_ACRONYM = 0.85;
    private static final int LONGEST_ACRONYM = 6;

    private final Words a;
    private final Words b;
    private final Alignment found;
    private int reasons;
    private boolean related;
    private boolean wordInA;
    private boolean wordInB;
    private boolean businessInA;
    private boolean businessInB;
    private boolean beyondPlaceInA;
    private boolean beyondPlaceInB;
    private boolean otherInA;
    private boolean otherInB;

    private WordComparison(Words a, Words b, Alignment found) {
        this.a = a;
        this.b = b;
        this.found = found;
    }

    static NameLikeness of(EnterpriseName first, EnterpriseName second) {
        boolean inOrder = Arrays.compare(first.words().data(), second.words().data()) <= 0;
        EnterpriseName one = inOrder ? first : second;
        EnterpriseName other = inOrder ? second : first;
        if (one.words().count() == 0 || other.words().count() == 0) {
            return new NameLikeness(NameLevel.DIFFERENT, 0, 0);
        }
        Alignment found = Alignment.mine().run(one.words(), other.words(), false);
        return new WordComparison(one.words(), other.words(), found).judge(one, other);
    }

    private NameLikeness judge(EnterpriseName one, EnterpriseName other) {
        lone();
        double value = found.matched / (found.weight + found.loneA + found.loneB);
        if (isAcronym(a, b) || isAcronym(b, a)) {
            return new NameLikeness(NameLevel.ABBREVIATED, Math.max(value, BY_ACRONYM), NameReason.ACRONYM.bit());
        }
        value = forms(one, other, value);
        if (!one.branch().equals(other.branch())) {
            reasons |= NameReason.BRANCH.bit();
            related = true;
            value = Math.min(value, MOST_RELATED);
        }
        if (one.isHan() != other.isHan()) {
            reasons |= NameReason.SCRIPT.bit();
        }
        return new NameLikeness(level(value, one.isHan() != other.isHan()), value, reasons);
    }

    private NameLevel level(double value, boolean translated) {
        boolean telling = found.tellingPairs > 0;
        if (related && (telling || value >= LEAST_SHORT_FORM)) {
            return NameLevel.SHARED_BRAND;
        }
        if (wordInA && wordInB) {
            return value >= LEAST_SIMILAR ? NameLevel.SIMILAR : NameLevel.DIFFERENT;
        }
        if (eachSaysMore() && telling) {
            return NameLevel.SHARED_BRAND;
        }
        boolean whole = !wordInA && !wordInB && !otherInA && !otherInB;
        if (translated && (telling || found.pairs > 1) && value >= LEAST_SHORT_FORM) {
            return NameLevel.TRANSLATED;
        }
        boolean core = telling && found.worst >= 1 && !beyondPlaceInA && !beyondPlaceInB;
        if (core) {
            return NameLevel.SAME_CORE;
        }
        if (whole) {
            return value >= SAME && found.worst >= 1
                    ? NameLevel.SAME_CORE
                    : value >= LEAST_SIMILAR ? NameLevel.SIMILAR : NameLevel.DIFFERENT;
        }
        if (value >= LEAST_SHORT_FORM) {
            return telling || found.pairs > 1 ? NameLevel.ABBREVIATED : NameLevel.DIFFERENT;
        }
        return found.worst >= 1 && (isAllOf(a, !otherInA) || isAllOf(b, !otherInB))
                ? NameLevel.ABBREVIATED
                : NameLevel.DIFFERENT;
    }

    /** The one names a line of business, the other something else: Ritz Café, Ritz Lounge. */
    private boolean eachSaysMore() {
        return (businessInA && wordInB) || (businessInB && wordInA);
    }

    /** Whether the name stands whole in the other one, and is more than a place. */
    private static boolean isAllOf(Words words, boolean found) {
        for (int i = 0; found && i < words.count(); i++) {
            if (words.kind(i) == Kind.TELLING || words.kind(i) == Kind.BUSINESS) {
                return true;
            }
        }
        return false;
    }

    private double forms(EnterpriseName one, EnterpriseName other, double value) {
        double result = value;
        if (!one.form().equals(other.form())) {
            reasons |= NameReason.LEGAL_FORM.bit();
            boolean known = !one.form().isEmpty() && !other.form().isEmpty();
            result *= known ? OTHER_FORM : 1;
        }
        if (one.isGroup() != other.isGroup()) {
            reasons |= NameReason.GROUP.bit();
            result *= OTHER_FORM;
        }
        if (found.tellingPairs > 0 && found.worst < 1) {
            reasons |= NameReason.SPELLING.bit();
        }
        return result;
    }

    private void lone() {
        int kindsA = 0;
        int kindsB = 0;
        for (int i = 0; i < a.count(); i++) {
            kindsA |= found.loneInA(i) ? 1 << a.kind(i).place() : 0;
        }
        for (int j = 0; j < b.count(); j++) {
            kindsB |= found.loneInB(j) ? 1 << b.kind(j).place() : 0;
        }
        both(kindsA, kindsB, Kind.PLACE, NameReason.PLACE, NameReason.PLACE_LEFT_OUT);
        both(kindsA, kindsB, Kind.BUSINESS, NameReason.BUSINESS, NameReason.BUSINESS_LEFT_OUT);
        both(kindsA, kindsB, Kind.NUMBER, NameReason.NUMBER, NameReason.NUMBER);
        wordInA = ((kindsA >> Kind.TELLING.place()) & 1) == 1;
        wordInB = ((kindsB >> Kind.TELLING.place()) & 1) == 1;
        businessInA = ((kindsA >> Kind.BUSINESS.place()) & 1) == 1;
        businessInB = ((kindsB >> Kind.BUSINESS.place()) & 1) == 1;
        beyondPlaceInA = (kindsA & ~(1 << Kind.PLACE.place())) != 0;
        beyondPlaceInB = (kindsB & ~(1 << Kind.PLACE.place())) != 0;
        otherInA = kindsA != 0;
        otherInB = kindsB != 0;
        if (wordInA || wordInB) {
            reasons |= (wordInA && wordInB ? NameReason.WORD : NameReason.WORD_LEFT_OUT).bit();
        }
        related |= (reasons & NameReason.NUMBER.bit()) != 0 || hasLoneCountry();
    }

    private void both(int kindsA, int kindsB, Kind kind, NameReason differs, NameReason leftOut) {
        boolean inA = ((kindsA >> kind.place()) & 1) == 1;
        boolean inB = ((kindsB >> kind.place()) & 1) == 1;
        if (inA || inB) {
            reasons |= (inA && inB ? differs : leftOut).bit();
            related |= inA && inB;
        }
    }

    /** A house and its company in one country are two customers; a city is often left out. */
    private boolean hasLoneCountry() {
        for (int i = 0; i < a.count(); i++) {
            if (found.loneInA(i)
                    && a.kind(i) == Kind.PLACE
                    && Vocabulary.isCountry(Vocabulary.meaning(a.group(i, 0)))) {
                return true;
            }
        }
        for (int j = 0; j < b.count(); j++) {
            if (found.loneInB(j)
                    && b.kind(j) == Kind.PLACE
                    && Vocabulary.isCountry(Vocabulary.meaning(b.group(j, 0)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAcronym(Words brief, Words full) {
        if (brief.count() != 1 || full.count() < 2) {
            return false;
        }
        int length = brief.length(0);
        if (length < 2 || length > LONGEST_ACRONYM || length != full.count()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (brief.data()[brief.letters(0) + i] != full.data()[full.letters(i)]) {
                return false;
            }
        }
        return true;
    }
}
