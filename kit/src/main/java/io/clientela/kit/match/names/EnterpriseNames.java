package io.clientela.kit.match.names;

import io.clientela.kit.text.Pinyin;
import io.clientela.kit.text.Scripts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names of enterprises in Chinese, English, Spanish and whatever can be romanised: taken apart and compared. */
public final class EnterpriseNames {

    private static final int FEWEST_WORDS = 3;
    private static final int LONGEST_ACRONYM = 5;

    private EnterpriseNames() {}

    /** Takes a name apart; cheap to keep, costs some microseconds. */
    public static EnterpriseName parse(String raw) {
        return Scripts.hasHan(raw) ? HanSplit.of(raw) : LatinSplit.of(raw);
    }

    /** The same whichever comes first; about a microsecond. */
    public static NameLikeness compare(EnterpriseName one, EnterpriseName other) {
        if (!one.folded().isEmpty() && one.folded().equals(other.folded())) {
            return NameLikeness.EQUAL;
        }
        return one.isHan() && other.isHan() ? HanComparison.of(one, other) : WordComparison.of(one, other);
    }

    /** One to four texts, at least one of which two names of one enterprise are expected to share. */
    public static List<String> keys(EnterpriseName name) {
        Set<String> keys = new LinkedHashSet<>();
        String brand = name.brand();
        if (brand.isEmpty()) {
            return List.of();
        }
        if (name.isHan()) {
            keys.add(brand.length() > 1 ? brand : brand + name.place());
            String pinyin = String.join("", Pinyin.syllables(brand));
            if (!pinyin.isEmpty()) {
                keys.add(Sounds.of(pinyin.replace('v', 'u')));
            }
        } else {
            keys.add(sounds(name, true));
            keys.add(sounds(name, false));
        }
        String acronym = acronym(name.words());
        if (name.words().count() >= FEWEST_WORDS && acronym.length() <= LONGEST_ACRONYM) {
            keys.add("=" + acronym);
        } else if (!name.isHan() && brand.length() > 1 && brand.length() <= LONGEST_ACRONYM) {
            keys.add("=" + brand);
        }
        keys.remove("");
        return new ArrayList<>(keys);
    }

    /** The sound of the telling words in order of the alphabet, or of the first of them. */
    private static String sounds(EnterpriseName name, boolean all) {
        Words words = name.words();
        List<String> sounds = new ArrayList<>();
        for (int i = 0; i < words.count(); i++) {
            if (words.kind(i) == Kind.TELLING) {
                sounds.add(Sounds.of(words.text(i)));
            }
        }
        if (sounds.isEmpty()) {
            return Sounds.of(name.brand().replace(" ", ""));
        }
        return all ? String.join("", sounds.stream().sorted().toList()) : sounds.getFirst();
    }

    /** First letters of all words. */
    static String acronym(Words words) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < words.count(); i++) {
            letters.append((char) words.data()[words.letters(i)]);
        }
        return letters.toString();
    }
}
