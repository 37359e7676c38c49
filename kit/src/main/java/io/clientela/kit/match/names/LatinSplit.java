package io.clientela.kit.match.names;

import io.clientela.kit.text.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes a name in any script but Chinese apart: legal form in front or behind, places, lines of business, numbers, the rest. */
final class LatinSplit {

    /** One letter, a dot, and another letter alone: A.B.C., S. A. */
    private static final Pattern DOTTED = Pattern.compile("(?<!\\p{L})(\\p{L})\\.\\s?(?=\\p{L}(?:\\.|\\s|,|$))");

    private static final float BUSINESS = 0.5f;
    private static final float COUNTRY = 0.45f;
    private static final float CITY = 0.3f;
    private static final float NUMBER = 0.2f;
    private static final float[] BY_LENGTH = {0, 0.35f, 0.65f, 0.85f, 1};
    private static final int[] NO_GROUPS = {};
    private static final String GROUP = "group";
    private static final Set<String> SERVING = Set.of("catering", "cafe", "bar");

    private final List<String> words;
    private final Words.Builder out = new Words.Builder();
    private final StringBuilder brand = new StringBuilder();
    private final StringBuilder business = new StringBuilder();
    private String place = "";
    private String form = "";
    private String branch = "";
    private boolean group;

    private LatinSplit(List<String> words) {
        this.words = words;
    }

    static EnterpriseName of(String raw) {
        String spelt =
                DOTTED.matcher(raw).replaceAll("$1").replace("&", " and ").replace("+", " and ");
        LatinSplit split = new LatinSplit(acronyms(Romanisation.of(spelt).split(" ")));
        split.forms();
        split.rest();
        String brand = split.brand.toString().strip();
        String folded = Names.fold(raw);
        return new EnterpriseName(
                folded,
                split.place,
                brand.isEmpty() ? String.join(" ", split.words) : brand,
                split.business.toString().strip(),
                split.form,
                split.branch,
                false,
                split.group,
                split.out.build());
    }

    /** Single letters are one word where they begin the name or are a legal form: J P Morgan, S A. */
    private static List<String> acronyms(String[] words) {
        List<String> joined = new ArrayList<>(words.length);
        List<String> letters = new ArrayList<>();
        for (String word : words) {
            if (word.length() == 1 && Character.isLetter(word.charAt(0))) {
                letters.add(word);
            } else {
                flush(letters, joined);
                joined.add(word);
            }
        }
        flush(letters, joined);
        return joined;
    }

    private static void flush(List<String> letters, List<String> joined) {
        String word = String.join("", letters);
        if (joined.isEmpty() || Vocabulary.FORMS.lengthAt(List.of(word), 0) > 0) {
            if (!word.isEmpty()) {
                joined.add(word);
            }
        } else {
            joined.addAll(letters);
        }
        letters.clear();
    }

    private void forms() {
        boolean again = true;
        while (again && words.size() > 1) {
            again = false;
            for (int from = Math.max(1, words.size() - 7); from < words.size() && !again; from++) {
                int length = Vocabulary.FORMS.lengthAt(words, from);
                if (length > 0 && from + length == words.size()) {
                    drop(from, length);
                    again = true;
                }
            }
        }
        int length = Vocabulary.FORMS.lengthAt(words, 0);
        boolean leading = length > 1 || (length == 1 && Vocabulary.LEADING_FORMS.contains(words.getFirst()));
        if (leading && length < words.size()) {
            drop(0, length);
        }
    }

    private void drop(int from, int length) {
        String meaning = Vocabulary.FORMS.meaning(words, from, length);
        if (meaning.equals(GROUP)) {
            group = true;
        } else if (form.isEmpty() || form.equals("company")) {
            form = meaning;
        }
        words.subList(from, from + length).clear();
    }

    private void rest() {
        for (int i = 0; i < words.size(); ) {
            i += word(i);
        }
    }

    private int word(int at) {
        int places = Vocabulary.PLACES.lengthAt(words, at);
        if (places > 0 && words.size() > places) {
            String named = Vocabulary.PLACES.meaning(words, at, places);
            if (Vocabulary.isCountry(named) && isServed(at + places)) {
                return places;
            }
            place = place.isEmpty() ? named : place;
            addPlace(out, named);
            return places;
        }
        int branches = Vocabulary.BRANCHES.lengthAt(words, at);
        if (branches > 0 && words.size() > branches) {
            branch = Vocabulary.BRANCHES.meaning(words, at, branches);
            return branches;
        }
        int lines = Vocabulary.BUSINESS.lengthAt(words, at);
        if (lines > 0) {
            String written = String.join(" ", words.subList(at, at + lines));
            business.append(written).append(' ');
            if (lines == words.size()) {
                // Who is called nothing but that, is called that: The Grill.
                addTelling(out, written.replace(" ", ""));
                return lines;
            }
            out.add(written.replace(" ", ""), Kind.BUSINESS, BUSINESS, new int[] {
                Vocabulary.code(Vocabulary.BUSINESS.meaning(words, at, lines))
            });
            return lines;
        }
        single(words.get(at), at);
        return 1;
    }

    /** Chinese cuisine says what is cooked, not in which country. */
    private boolean isServed(int at) {
        int lines = at < words.size() ? Vocabulary.BUSINESS.lengthAt(words, at) : 0;
        return lines > 0 && SERVING.contains(Vocabulary.BUSINESS.meaning(words, at, lines));
    }

    private void single(String word, int at) {
        String number = Vocabulary.NUMBERS.getOrDefault(word, "");
        if (Vocabulary.STOP.contains(word) && words.size() > 1) {
            return;
        }
        if (!number.isEmpty() && (at > 0 || number.length() < word.length())) {
            out.add(number, Kind.NUMBER, NUMBER, NO_GROUPS);
        } else if (word.chars().allMatch(Character::isDigit)) {
            out.add(word, Kind.NUMBER, NUMBER, NO_GROUPS);
        } else {
            brand.append(word).append(' ');
            addTelling(out, word);
        }
    }

    static void addTelling(Words.Builder out, String word) {
        out.add(word, Kind.TELLING, BY_LENGTH[Math.min(word.length(), BY_LENGTH.length - 1)], NO_GROUPS);
    }

    static void addBusiness(Words.Builder out, String canonical) {
        out.add(canonical, Kind.BUSINESS, BUSINESS, new int[] {Vocabulary.code(canonical)});
    }

    static void addPlace(Words.Builder out, String canonical) {
        float weight = Vocabulary.isCountry(canonical) ? COUNTRY : CITY;
        out.add(canonical, Kind.PLACE, weight, new int[] {Vocabulary.code(canonical)});
    }
}
