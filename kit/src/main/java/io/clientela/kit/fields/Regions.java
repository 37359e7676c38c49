package io.clientela.kit.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the place that the parts of an address, or one whole address, name: as deep as can be said for certain. Nothing is
 * guessed: a part that several places share settles nothing until another part tells which one is meant.
 */
public final class Regions {
    private static final Pattern SEPARATOR = Pattern.compile("\\s*[,;，；\\n|]\\s*");
    private static final Pattern WITH_DIGITS = Pattern.compile("\\S*\\d\\S*");

    private final CodeList places;
    private final ChineseAddress chinese;
    private volatile @Nullable WrittenPlaces written;

    /**
     * A place and what of the address lies below it.
     *
     * @param code code of the region list, empty where nothing was recognised
     * @param rest what was not recognised, in its own order
     */
    public record Place(Optional<String> code, String rest) {}

    Regions(CodeList places) {
        this.places = places;
        this.chinese = new ChineseAddress(places);
    }

    public CodeList list() {
        return places;
    }

    /** The place one text names, be it a name, a path or a whole address. */
    public Place resolve(String text, String country) {
        return written()
                .read(text)
                .map(code -> new Place(Optional.of(code), ""))
                .orElseGet(() -> resolve(List.of(text), country));
    }

    /** The place that parts name together, in either order; {@code country} may be empty. */
    public Place resolve(List<String> parts, String country) {
        List<Part> all = new ArrayList<>();
        for (String part : parts) {
            for (String piece : pieces(part)) {
                all.add(new Part(piece, candidates(piece)));
            }
        }
        String here = settle(all, countryNamed(all, country), country);
        StringBuilder rest = new StringBuilder();
        for (Part part : all) {
            String left = part.used ? part.left : part.text;
            if (!part.used && Fold.hasHan(part.text)) {
                Place deeper = chinese.walk(part.text, here, country);
                here = deeper.code().orElse(here);
                left = deeper.rest();
            }
            if (!left.isEmpty()) {
                rest.append(rest.isEmpty() ? "" : Fold.hasHan(left) ? " " : ", ")
                        .append(left);
            }
        }
        return new Place(here.isEmpty() ? Optional.empty() : Optional.of(here), rest.toString());
    }

    private static List<String> pieces(String part) {
        String stripped = part.strip();
        if (stripped.isEmpty()) {
            return List.of();
        }
        return SEPARATOR.splitAsStream(stripped).filter(each -> !each.isEmpty()).toList();
    }

    private List<String> candidates(String piece) {
        return places.candidates(piece);
    }

    /** A part that can only be a country goes before everything else: Valencia in Venezuela is not the Spanish one. */
    private static String countryNamed(List<Part> parts, String country) {
        for (Part part : parts) {
            if (part.candidates.size() == 1 && part.candidates.getFirst().length() == 2) {
                boolean code = part.text.length() == 2 && !country.isEmpty() && parts.size() > 1;
                if (!code || part.candidates.contains(country)) {
                    part.use("");
                    return part.candidates.getFirst();
                }
            }
        }
        return "";
    }

    private String settle(List<Part> parts, String start, String country) {
        String here = start;
        boolean progress = true;
        while (progress) {
            progress = false;
            for (Part part : parts) {
                Optional<String> found = part.used ? Optional.empty() : meant(part, parts, here, country);
                if (found.isPresent()) {
                    here = here.isEmpty() || places.within(found.get(), here) ? found.get() : here;
                    progress = true;
                }
            }
        }
        return here;
    }

    private Optional<String> meant(Part part, List<Part> parts, String here, String country) {
        String home = here.isEmpty() ? country : here;
        if (!part.candidates.isEmpty()) {
            Optional<String> found = oneOf(part.candidates, here, country);
            found.ifPresent(code -> part.use(""));
            return found;
        }
        // "41001 Sevilla", "TX 78701": only behind a street, and only where the country is known.
        if (home.isEmpty() || part == parts.getFirst() || !part.text.chars().anyMatch(Character::isDigit)) {
            return Optional.empty();
        }
        String bare = WITH_DIGITS.matcher(part.text).replaceAll("").strip();
        List<String> own = candidates(bare).stream()
                .filter(code -> code.startsWith(home.substring(0, 2)))
                .toList();
        Optional<String> found = own.isEmpty() ? Optional.empty() : oneOf(own, here, country);
        found.ifPresent(code -> part.use(part.text.replace(bare, "").strip()));
        return found;
    }

    private Optional<String> oneOf(List<String> candidates, String here, String country) {
        if (here.isEmpty()) {
            return places.narrow(candidates, country).code();
        }
        List<String> fitting = candidates.stream()
                .filter(code -> places.within(code, here) || places.within(here, code))
                .toList();
        return fitting.isEmpty()
                ? Optional.empty()
                : places.narrow(fitting, here.substring(0, 2)).code();
    }

    /**
     * A place with what it lies in, as one writes it: 湖南省 长沙市 岳麓区; Sevilla, Andalucía, España. In Chinese the country is
     * left out within China; a level that is the same area as the one below it is left out too. Of namesakes each has its code
     * behind it, and {@link #resolve(String, String)} finds the place again wherever it is read.
     */
    public String path(String code, String language) {
        return written().path(code, language);
    }

    /** A Chinese division's name without what it is: 长沙 for 长沙市. Names of one character keep their kind. */
    public static String shortName(String division) {
        return Places.shortName(division);
    }

    /** Made when it is first needed; two threads may do so at once, which only costs. */
    private WrittenPlaces written() {
        WrittenPlaces known = written;
        if (known == null) {
            known = new WrittenPlaces(places);
            written = known;
        }
        return known;
    }

    /** One piece of what was given, and whether a place was recognised in it. */
    private static final class Part {
        private final String text;
        private final List<String> candidates;
        private boolean used;
        private String left = "";

        Part(String text, List<String> candidates) {
            this.text = text;
            this.candidates = candidates;
        }

        void use(String rest) {
            used = true;
            left = rest;
        }
    }
}
