package io.clientela.kit.match.compare;

import io.clientela.kit.text.Scripts;

/** Compares one part of a person's name, the given or the family name, with another; both folded, order doesn't matter. */
public final class NameParts {

    private static final double ALIKE = 0.86;
    private static final double TOKEN_ALIKE = 0.9;
    private static final int LONG = 4;

    private NameParts() {}

    public static NameLevel compare(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return NameLevel.MISSING;
        }
        if (a.equals(b)) {
            return NameLevel.EQUAL;
        }
        boolean hanA = Scripts.hasHan(a);
        if (hanA != Scripts.hasHan(b)) {
            return CrossScript.same(a, b) ? NameLevel.VARIANT : NameLevel.DIFFERENT;
        }
        return hanA ? han(a, b) : latin(a, b);
    }

    private static NameLevel han(String a, String b) {
        if (Sounds.homophones(a, b) || LookAlikes.same(a, b)) {
            return NameLevel.VARIANT;
        }
        int shortest = Math.min(a.length(), b.length());
        if (a.length() != b.length()) {
            return a.contains(b) || b.contains(a) ? NameLevel.PART : NameLevel.DIFFERENT;
        }
        if (shortest == 2 && a.charAt(0) == b.charAt(1) && a.charAt(1) == b.charAt(0)) {
            return NameLevel.CLOSE;
        }
        int different = Edits.distance(a, b, 1);
        return shortest > 1 && different == 1 ? NameLevel.ALIKE : NameLevel.DIFFERENT;
    }

    private static NameLevel latin(String a, String b) {
        if (a.length() == 1 || b.length() == 1) {
            return a.charAt(0) == b.charAt(0) ? NameLevel.INITIAL : NameLevel.DIFFERENT;
        }
        if (Nicknames.same(a, b)) {
            return NameLevel.VARIANT;
        }
        boolean spaced = a.indexOf(' ') >= 0 || b.indexOf(' ') >= 0;
        String joinedA = spaced ? a.replace(" ", "") : a;
        String joinedB = spaced ? b.replace(" ", "") : b;
        if (spaced) {
            if (joinedA.equals(joinedB)) {
                return NameLevel.CLOSE;
            }
            NameLevel tokens = tokens(a.split(" ", -1), b.split(" ", -1));
            if (tokens != NameLevel.DIFFERENT) {
                return tokens;
            }
        }
        int shortest = Math.min(joinedA.length(), joinedB.length());
        int distance = Edits.distance(joinedA, joinedB, 2);
        if ((distance == 1 && shortest >= 3) || (distance == 2 && shortest >= 8)) {
            return NameLevel.CLOSE;
        }
        if ((distance == 2 && shortest > LONG) || Edits.alike(joinedA, joinedB, ALIKE)) {
            return NameLevel.ALIKE;
        }
        return NameLevel.DIFFERENT;
    }

    /** Every word of the shorter name has its like in the longer one. */
    private static NameLevel tokens(String[] a, String[] b) {
        boolean inOrder = a.length <= b.length;
        String[] few = inOrder ? a : b;
        String[] many = inOrder ? b : a;
        boolean[] used = new boolean[many.length];
        boolean equal = true;
        boolean initials = false;
        int found = 0;
        for (String word : few) {
            for (int i = 0; i < many.length; i++) {
                if (!used[i] && alike(word, many[i])) {
                    used[i] = true;
                    found++;
                    equal = equal && word.equals(many[i]);
                    initials = initials || Math.min(word.length(), many[i].length()) == 1;
                    break;
                }
            }
        }
        if (found < few.length) {
            return found > 0 && found >= few.length - 1 && few.length > 1 ? NameLevel.ALIKE : NameLevel.DIFFERENT;
        }
        if (few.length < many.length) {
            return few.length == 1 && few[0].length() == 1 ? NameLevel.INITIAL : NameLevel.PART;
        }
        return initials ? NameLevel.INITIAL : equal ? NameLevel.VARIANT : NameLevel.CLOSE;
    }

    private static boolean alike(String a, String b) {
        if (a.equals(b)) {
            return true;
        }
        if (a.length() == 1 || b.length() == 1) {
            return !a.isEmpty() && !b.isEmpty() && a.charAt(0) == b.charAt(0);
        }
        return Nicknames.same(a, b) || (Math.min(a.length(), b.length()) >= LONG && Edits.alike(a, b, TOKEN_ALIKE));
    }
}
