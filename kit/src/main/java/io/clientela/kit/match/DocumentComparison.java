package io.clientela.kit.match;

import io.clientela.kit.match.compare.Edits;
import java.util.List;
import java.util.Set;

/**
 * Numbers of documents of one kind. Two different numbers of one kind are two customers, unless one of them is a slip of the
 * hand; a number with a check digit that was found right is none.
 */
final class DocumentComparison implements Comparison {

    private static final Slot[] SLOTS = {Slot.DOCUMENT_1, Slot.DOCUMENT_2};
    private static final Set<String> CHECKED = Set.of("resident_id", "nif", "nie", "credit_code");

    private static final String[] LEVELS = {"missing", "equal", "close", "different", "other"};
    private static final int EQUAL = 1;
    private static final int CLOSE = 2;
    private static final int DIFFERENT = 3;

    /** Different, and by their check digits both right: two documents. */
    private static final int OTHER = 4;

    @Override
    public List<Aspect> aspects() {
        return List.of(Weights.aspect("document", LEVELS, code -> code, Weights.DOCUMENT));
    }

    @Override
    public void compare(Base base, int a, int b, byte[] levels, int from) {
        int best = 0;
        for (Slot mine : SLOTS) {
            for (Slot yours : SLOTS) {
                int one = base.get(mine, a);
                int other = base.get(yours, b);
                if (one != 0 && other != 0) {
                    int level = one == other ? EQUAL : numbers(base.text(mine, one), base.text(yours, other));
                    best = best == 0 || (level != 0 && level < best) ? level : best;
                }
            }
        }
        levels[from] = (byte) best;
    }

    /** Only by numbers with a check digit: of the others one may be a slip, which their hashes don't tell. */
    @Override
    public boolean apart(Base base, int a, int b) {
        byte[] level = new byte[1];
        compare(base, a, b, level, 0);
        if (level[0] != OTHER) {
            return false;
        }
        for (Slot mine : SLOTS) {
            for (Slot yours : SLOTS) {
                int one = base.get(mine, a);
                int other = base.get(yours, b);
                if (one != 0 && other != 0 && isChecked(base.text(mine, one), base.text(yours, other))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isChecked(String a, String b) {
        String kind = a.substring(0, kind(a));
        return CHECKED.contains(kind) && kind.equals(b.substring(0, kind(b)));
    }

    private static int numbers(String a, String b) {
        int kind = kind(a);
        if (kind != kind(b) || !a.regionMatches(0, b, 0, kind + 1)) {
            return 0;
        }
        if (a.charAt(kind) == Profile.BLIND || CHECKED.contains(a.substring(0, kind))) {
            return OTHER;
        }
        return Edits.distance(a, b, 1) == 1 ? CLOSE : DIFFERENT;
    }

    private static int kind(String document) {
        for (int i = 0; i < document.length(); i++) {
            char c = document.charAt(i);
            if (c == Profile.OPEN || c == Profile.BLIND) {
                return i;
            }
        }
        return 0;
    }

    /** Only the kind: a number in an explanation would be a number in a log. */
    @Override
    public String shown(Base base, int row, int aspect) {
        String document = base.text(Slot.DOCUMENT_1, base.get(Slot.DOCUMENT_1, row));
        return document.substring(0, kind(document));
    }
}
