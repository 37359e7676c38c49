package io.clientela.kit.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A search: candidates have all tokens of at least one alternative; what they really hold is then ranked here. Words of a
 * name may stand in any order, and each may be text or pinyin.
 *
 * @param text what was typed, tidied
 * @param read the same as it is held against values
 * @param alternatives ways to look it up; none when it is too short
 * @param guesses further ways, less likely: for where those find nothing
 */
public record Query(String text, Read read, List<Alternative> alternatives, List<Alternative> guesses) {

    /** Tokens a candidate must all have, and the kind of value they stand for. */
    public record Alternative(Kind kind, List<String> tokens) {
        public Alternative {
            tokens = List.copyOf(tokens);
        }
    }

    /**
     * What was typed, taken apart once for all values it is held against.
     *
     * @param folded the whole of it
     * @param words of a name, folded
     * @param digits as they may stand in a telephone number, none where something else was typed
     */
    public record Read(String folded, List<String> words, List<String> digits) {
        public Read {
            words = List.copyOf(words);
            digits = List.copyOf(digits);
        }

        private static Read of(String text) {
            return new Read(Names.fold(text), Query.words(text), phoneForms(text));
        }
    }

    /** Which kind of value an alternative looks in. */
    public enum Kind {
        NAME,
        PHONE,
        EMAIL
    }

    private static final int MOST_WORDS = 8;
    private static final int LONGEST = 200;
    private static final int FEWEST_DIGITS = 4;

    public Query {
        alternatives = List.copyOf(alternatives);
        guesses = List.copyOf(guesses);
    }

    static Query of(String raw) {
        String text = Tidy.line(raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw);
        Read read = Read.of(text);
        List<Alternative> out = new ArrayList<>();
        List<Alternative> guesses = new ArrayList<>();
        boolean isEmail = text.indexOf('@') >= 0;
        if (!isEmail) {
            NameLookup names = NameLookup.of(read.words());
            names.likely().forEach(tokens -> add(out, Kind.NAME, tokens));
            names.guesses().forEach(tokens -> add(guesses, Kind.NAME, tokens));
            for (String digits : read.digits()) {
                List<String> tokens = new ArrayList<>();
                Grams.covering(Grams.TELEPHONE, digits, FEWEST_DIGITS, tokens::add);
                add(out, Kind.PHONE, tokens);
            }
        }
        add(out, Kind.EMAIL, emailTokens(text));
        return new Query(text, read, out, guesses);
    }

    /** Too short, or nothing in it that could be looked up. */
    public boolean isEmpty() {
        return alternatives.isEmpty() && guesses.isEmpty();
    }

    /** The tokens of each alternative and guess: a candidate has all of at least one list. */
    public List<List<String>> anyOf() {
        return Stream.concat(alternatives.stream(), guesses.stream())
                .map(Alternative::tokens)
                .toList();
    }

    /** The tokens of each guess, as one tier; none where there are none. */
    public List<List<List<String>>> guessed() {
        return guesses.isEmpty()
                ? List.of()
                : List.of(guesses.stream().map(Alternative::tokens).toList());
    }

    /**
     * The same by how good what they find is, best first: whole names, names that begin so, what is meant as it is written, then as
     * it may have been meant. Of each a candidate has all of at least one list; what an earlier one finds a later one finds again.
     */
    public List<List<List<String>>> tiers() {
        List<List<String>> names = alternatives.stream()
                .filter(alternative -> alternative.kind() == Kind.NAME)
                .map(Alternative::tokens)
                .toList();
        List<List<List<String>>> tiers = new ArrayList<>();
        if (!names.isEmpty()) {
            tiers.add(NameTiers.whole(text));
            tiers.add(NameTiers.starts(text, names));
        }
        List<List<String>> all = alternatives.stream().map(Alternative::tokens).toList();
        tiers.add(all.subList(0, Math.min(1, all.size())));
        tiers.add(all.subList(Math.min(1, all.size()), all.size()));
        tiers.removeIf(List::isEmpty);
        return tiers;
    }

    /** Recheck of everything a candidate is found by; the best rank of all. */
    public Rank rank(Collection<String> names, Collection<String> phones, Collection<String> emails) {
        Rank best = Rank.NONE;
        for (String name : names) {
            best = best.best(name(name));
        }
        for (String phone : phones) {
            best = best.best(phone(phone));
        }
        for (String email : emails) {
            best = best.best(email(email));
        }
        return best;
    }

    public boolean matches(Collection<String> names, Collection<String> phones, Collection<String> emails) {
        return rank(names, phones, emails).matches();
    }

    /** Recheck of a name as it is kept. */
    public Rank name(String name) {
        return NameRecheck.rank(read, Names.fold(name));
    }

    /** Recheck of a phone in E.164 or as bare digits. */
    public Rank phone(String phone) {
        if (read.digits().isEmpty()) {
            return Rank.NONE;
        }
        String national = PhoneDigits.national(phone);
        Rank best = Rank.NONE;
        for (String digits : read.digits()) {
            if (national.contains(digits)) {
                Rank rank = national.startsWith(digits) ? Rank.PREFIX : Rank.CONTAINS;
                best = best.best(national.equals(digits) ? Rank.EXACT : rank);
            }
        }
        return best;
    }

    /** Recheck of an e-mail address. */
    public Rank email(String email) {
        String wanted = text.toLowerCase(Locale.ROOT);
        String lower = email.toLowerCase(Locale.ROOT);
        if (wanted.isEmpty() || !lower.contains(wanted)) {
            return Rank.NONE;
        }
        if (lower.equals(wanted)) {
            return Rank.EXACT;
        }
        return lower.startsWith(wanted) ? Rank.PREFIX : Rank.CONTAINS;
    }

    /** Folded words; where Chinese and other letters meet without a space, two words. */
    static List<String> words(String text) {
        List<String> out = new ArrayList<>();
        for (String word : text.split(" ", -1)) {
            String folded = Names.fold(word);
            if (!Scripts.hasLetterOrDigit(folded)) {
                continue;
            }
            for (String part : folded.split(" ", -1)) {
                out.addAll(runs(part));
            }
        }
        return out.size() > MOST_WORDS ? out.subList(0, MOST_WORDS) : out;
    }

    /** Runs of scripts that are written without spaces, and of those that aren't. */
    static List<String> runs(String folded) {
        List<String> out = new ArrayList<>();
        int from = 0;
        boolean before = false;
        for (int i = 0; i < folded.length(); ) {
            int codePoint = folded.codePointAt(i);
            boolean unspaced = Scripts.isUnspaced(codePoint);
            if (i > from && unspaced != before) {
                out.add(folded.substring(from, i));
                from = i;
            }
            before = unspaced;
            i += Character.charCount(codePoint);
        }
        if (from < folded.length()) {
            out.add(folded.substring(from));
        }
        return out;
    }

    private static void add(List<Alternative> out, Kind kind, List<String> tokens) {
        if (!tokens.isEmpty()) {
            Alternative alternative =
                    new Alternative(kind, tokens.stream().distinct().toList());
            if (!out.contains(alternative)) {
                out.add(alternative);
            }
        }
    }

    /** The digits typed, as they may stand in a national number: also without trunk zero or calling code. */
    private static List<String> phoneForms(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789 +-()/.".indexOf(text.charAt(i)) < 0) {
                return List.of();
            }
        }
        String digits = PhoneDigits.of(text);
        if (digits.length() < FEWEST_DIGITS) {
            return List.of();
        }
        List<String> out = new ArrayList<>();
        if (text.startsWith("+")) {
            out.add(PhoneDigits.withoutCallingCode(digits));
        } else if (digits.startsWith("00")) {
            out.add(PhoneDigits.withoutCallingCode(digits.substring(2)));
        } else {
            out.add(digits);
            if (digits.startsWith("0")) {
                out.add(digits.substring(1));
            } else if (digits.length() >= 11) {
                out.add(PhoneDigits.withoutCallingCode(digits));
            }
        }
        out.removeIf(form -> form.length() < FEWEST_DIGITS);
        return out;
    }

    private static List<String> emailTokens(String text) {
        List<String> out = new ArrayList<>();
        if (text.indexOf(' ') >= 0) {
            return out;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        int at = lower.lastIndexOf('@');
        if (at < 0 && (Scripts.hasHan(lower) || !Scripts.hasLetterOrDigit(lower))) {
            return out;
        }
        String local = at < 0 ? lower : lower.substring(0, at);
        Grams.covering(Grams.EMAIL, local.length() > 32 ? local.substring(0, 32) : local, 3, out::add);
        if (out.isEmpty() && at >= 0 && at + 1 < lower.length()) {
            out.add(Grams.DOMAIN + lower.substring(at + 1));
        }
        return out;
    }
}
