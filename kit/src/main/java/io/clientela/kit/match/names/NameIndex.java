package io.clientela.kit.match.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds enterprises by a short, partial, misspelt or English name. A look-up costs what the rarest characters or words of the
 * text cost, not the number of names: it serves a search box over a million.
 *
 * <p>Adding is for one thread; after that any number may look.
 */
public final class NameIndex {

    /** Names that are compared in full; beyond them the right one has never been seen. */
    private static final int COMPARED = 200;

    private static final int BUDGET = 200_000;
    private static final double LATIN_FOUND = 0.05;
    private static final Comparator<Candidate> BEST =
            Comparator.comparingDouble(Candidate::score).reversed().thenComparingInt(Candidate::number);

    private final Postings postings = new Postings();
    private final List<String> names = new ArrayList<>();

    /** Adds a name and gives its number: 0, 1, 2 … */
    public int add(String name) {
        int number = names.size();
        names.add(name);
        postings.add(number, NameFeatures.of(EnterpriseNames.parse(name)));
        return number;
    }

    public String name(int number) {
        return names.get(number);
    }

    public int size() {
        return names.size();
    }

    /** The likeliest names for a text, best first. */
    public List<Candidate> find(String text, int most) {
        EnterpriseName asked = EnterpriseNames.parse(ListingMarks.off(text));
        if (asked.folded().isEmpty()) {
            return List.of();
        }
        int[] numbers = postings.best(NameFeatures.asked(asked), COMPARED, BUDGET);
        HanRanking han = new HanRanking(postings, asked.folded());
        PinyinRanking pinyin = new PinyinRanking(postings, asked);
        List<Candidate> found = new ArrayList<>(numbers.length);
        for (int number : numbers) {
            EnterpriseName name = EnterpriseNames.parse(names.get(number));
            double score = asked.isHan()
                    ? han.score(name)
                    : name.isHan()
                            ? pinyin.score(name)
                            : EnterpriseNames.compare(asked, name).likeness() + LATIN_FOUND;
            found.add(new Candidate(number, score));
        }
        found.sort(BEST);
        return found.size() <= most ? found : List.copyOf(found.subList(0, most));
    }
}
