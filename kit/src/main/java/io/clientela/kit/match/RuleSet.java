package io.clientela.kit.match;

import io.clientela.kit.fields.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What records of one type are compared by, and under which keys they are looked for. One for each type; there is nothing to set. */
public final class RuleSet {

    private static final RuleSet PERSONS = new RuleSet(
            Catalogue.INDIVIDUAL,
            FeatureMaking::person,
            List.of(
                    new NameComparison(),
                    new BirthComparison(),
                    ValueComparison.phones(),
                    ValueComparison.emails(),
                    new DocumentComparison(),
                    new PlaceComparison(),
                    new StreetComparison(),
                    new GenderComparison(),
                    ValueComparison.employers(),
                    ValueComparison.handles()),
            new PersonKeys());

    private static final RuleSet ENTERPRISES = new RuleSet(
            Catalogue.ENTERPRISE,
            FeatureMaking::enterprise,
            List.of(
                    new TitleComparison(),
                    ValueComparison.phones(),
                    ValueComparison.emails(),
                    new DocumentComparison(),
                    new PlaceComparison(),
                    new StreetComparison(),
                    ValueComparison.representatives(),
                    ValueComparison.handles()),
            new EnterpriseKeys());

    private final String type;
    private final Function<Profile, Features> making;
    private final Comparison[] comparisons;
    private final int[] widths;
    private final List<Aspect> aspects;
    private final Keys keys;

    private RuleSet(String type, Function<Profile, Features> making, List<Comparison> comparisons, Keys keys) {
        this.type = type;
        this.making = making;
        this.comparisons = comparisons.toArray(new Comparison[0]);
        this.widths =
                comparisons.stream().mapToInt(each -> each.aspects().size()).toArray();
        this.keys = keys;
        List<Aspect> all = new ArrayList<>();
        comparisons.forEach(each -> all.addAll(each.aspects()));
        this.aspects = List.copyOf(all);
    }

    /** Whether two rows are two customers whatever else they share, as long as nobody says otherwise. */
    boolean apart(Base base, int a, int b) {
        for (Comparison each : comparisons) {
            if (each.apart(base, a, b)) {
                return true;
            }
        }
        return false;
    }

    public static RuleSet persons() {
        return PERSONS;
    }

    public static RuleSet enterprises() {
        return ENTERPRISES;
    }

    /** That of a record type of the catalogue; throws where files of that type aren't compared. */
    public static RuleSet of(String recordType) {
        return switch (recordType) {
            case Catalogue.INDIVIDUAL -> PERSONS;
            case Catalogue.ENTERPRISE -> ENTERPRISES;
            default -> throw new IllegalArgumentException("no rules for " + recordType);
        };
    }

    public String type() {
        return type;
    }

    public List<Aspect> aspects() {
        return aspects;
    }

    /** Prepares a record for comparing; may be called by many threads. */
    public Features features(Profile profile) {
        return making.apply(profile);
    }

    /** How many comparisons there are, and so parts of the levels. */
    int comparisons() {
        return comparisons.length;
    }

    Comparison comparison(int which) {
        return comparisons[which];
    }

    /** How many aspects a comparison has; asked for every pair. */
    int width(int which) {
        return widths[which];
    }

    Keys keys() {
        return keys;
    }

    void compare(Base base, int a, int b, byte[] levels) {
        int from = 0;
        for (int i = 0; i < comparisons.length; i++) {
            comparisons[i].compare(base, a, b, levels, from);
            from += widths[i];
        }
    }
}
