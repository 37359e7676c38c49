package io.clientela.kit.match.names;

import io.clientela.kit.text.Pinyin;

/** Two Chinese names by their parts: brand first, then line of business, place, form and branch. */
final class HanComparison {

    private static final double HOMOPHONE = 0.86;
    private static final double SHORT_FORM = 0.8;
    private static final double BY_INITIALS = 0.7;
    private static final double ONE_IN_THREE = 0.76;
    private static final double ONE_IN_MANY = 0.86;
    private static final double LEAST_BRAND = 0.7;
    private static final double GROUP_AND_MEMBER = 0.92;
    private static final double RELATED = 0.5;
    private static final double NOTHING = 0.3;

    private enum Part {
        SAME,
        COMPATIBLE,
        LEFT_OUT,
        DIFFERENT
    }

    private HanComparison() {}

    static NameLikeness of(EnterpriseName one, EnterpriseName other) {
        double brand = brand(one.brand(), other.brand());
        Part place = place(one.place(), other.place());
        Part business = business(one, other);
        int reasons = reasons(one, other, brand, place, business);
        if (brand < LEAST_BRAND) {
            return isShortForm(one, other)
                    ? new NameLikeness(NameLevel.ABBREVIATED, BY_INITIALS, reasons | NameReason.ACRONYM.bit())
                    : new NameLikeness(NameLevel.DIFFERENT, NOTHING * shared(one.folded(), other.folded()), reasons);
        }
        if (!one.branch().equals(other.branch()) || place == Part.DIFFERENT) {
            return new NameLikeness(NameLevel.SHARED_BRAND, RELATED * brand, reasons);
        }
        if (business == Part.DIFFERENT) {
            return new NameLikeness(
                    brand == 1 ? NameLevel.SHARED_BRAND : NameLevel.DIFFERENT, RELATED * brand, reasons);
        }
        double value = brand * rest(business, place);
        if (one.isGroup() != other.isGroup()) {
            value *= GROUP_AND_MEMBER;
        }
        return new NameLikeness(level(brand, business, one.isGroup() == other.isGroup()), value, reasons);
    }

    private static NameLevel level(double brand, Part business, boolean sameGroup) {
        if (brand < 1) {
            return brand == SHORT_FORM ? NameLevel.ABBREVIATED : NameLevel.SIMILAR;
        }
        return switch (business) {
            case SAME -> sameGroup ? NameLevel.SAME_CORE : NameLevel.SIMILAR;
            case LEFT_OUT -> NameLevel.ABBREVIATED;
            default -> NameLevel.SIMILAR;
        };
    }

    private static double rest(Part business, Part place) {
        double value = switch (business) {
            case SAME -> 0.97;
            case COMPATIBLE -> 0.86;
            default -> 0.82;
        };
        return place == Part.SAME ? value : value - 0.03;
    }

    private static int reasons(EnterpriseName one, EnterpriseName other, double brand, Part place, Part business) {
        int bits = one.form().equals(other.form()) ? 0 : NameReason.LEGAL_FORM.bit();
        bits |= one.isGroup() == other.isGroup() ? 0 : NameReason.GROUP.bit();
        bits |= one.branch().equals(other.branch()) ? 0 : NameReason.BRANCH.bit();
        bits |= brand == 1 ? 0 : brand < LEAST_BRAND ? NameReason.WORD.bit() : NameReason.SPELLING.bit();
        bits |= switch (place) {
            case SAME -> 0;
            case DIFFERENT -> NameReason.PLACE.bit();
            default -> NameReason.PLACE_LEFT_OUT.bit();
        };
        bits |= switch (business) {
            case SAME -> 0;
            case DIFFERENT -> NameReason.BUSINESS.bit();
            default -> NameReason.BUSINESS_LEFT_OUT.bit();
        };
        return bits;
    }

    private static Part place(String one, String other) {
        if (one.equals(other)) {
            return Part.SAME;
        }
        if (one.isEmpty() || other.isEmpty()) {
            return Part.LEFT_OUT;
        }
        return Vocabulary.compatible(one, other) ? Part.COMPATIBLE : Part.DIFFERENT;
    }

    private static Part business(EnterpriseName one, EnterpriseName other) {
        String a = one.business();
        String b = other.business();
        if (a.equals(b)) {
            return Part.SAME;
        }
        if (a.isEmpty() || b.isEmpty()) {
            return Part.LEFT_OUT;
        }
        return a.contains(b) || b.contains(a) || sharesLine(one.words(), other.words())
                ? Part.COMPATIBLE
                : Part.DIFFERENT;
    }

    private static boolean sharesLine(Words a, Words b) {
        for (int i = 0; i < a.count(); i++) {
            for (int j = 0; a.kind(i) == Kind.BUSINESS && j < b.count(); j++) {
                if (b.kind(j) == Kind.BUSINESS && a.sharesGroup(i, b, j)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static double brand(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        int longer = Math.max(a.length(), b.length());
        int shorter = Math.min(a.length(), b.length());
        if (shorter == longer && longer > 1 && Pinyin.full(a).equals(Pinyin.full(b))) {
            return HOMOPHONE;
        }
        if (shorter >= 2 && (a.startsWith(b) || b.startsWith(a) || a.endsWith(b) || b.endsWith(a))) {
            return SHORT_FORM;
        }
        return shorter >= 3 && oneApart(a, b) ? longer == 3 ? ONE_IN_THREE : ONE_IN_MANY : 0;
    }

    /** One character replaced, left out or swapped with its neighbour. */
    private static boolean oneApart(String a, String b) {
        int start = 0;
        int shorter = Math.min(a.length(), b.length());
        while (start < shorter && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
            end++;
        }
        int restA = a.length() - start - end;
        int restB = b.length() - start - end;
        boolean swapped = restA == 2
                && restB == 2
                && a.charAt(start) == b.charAt(start + 1)
                && a.charAt(start + 1) == b.charAt(start);
        return Math.max(restA, restB) <= 1 || swapped;
    }

    /** 工行 for 中国工商银行: the characters in their order, the first of them a beginning. */
    private static boolean isShortForm(EnterpriseName one, EnterpriseName other) {
        String a = one.folded();
        String b = other.folded();
        String brief = a.length() < b.length() ? a : b;
        String full = a.length() < b.length() ? b : a;
        String core = a.length() < b.length() ? other.brand() : one.brand();
        if (brief.length() < 2 || brief.length() > 4 || full.length() < brief.length() + 3) {
            return false;
        }
        int at = 0;
        for (int i = 0; i < full.length() && at < brief.length(); i++) {
            at += full.charAt(i) == brief.charAt(at) ? 1 : 0;
        }
        boolean begins = brief.charAt(0) == full.charAt(0) || brief.charAt(0) == core.charAt(0);
        return at == brief.length() && begins;
    }

    /** Characters that stand in both, as a share of the longer one; the same whichever comes first. */
    private static double shared(String a, String b) {
        int longer = Math.max(a.length(), b.length());
        return longer == 0 ? 0 : (double) Math.min(standing(a, b), standing(b, a)) / longer;
    }

    /** How many characters of one text stand anywhere in the other. */
    private static int standing(String text, String other) {
        int found = 0;
        for (int i = 0; i < text.length(); i++) {
            found += other.indexOf(text.charAt(i)) >= 0 ? 1 : 0;
        }
        return found;
    }
}
