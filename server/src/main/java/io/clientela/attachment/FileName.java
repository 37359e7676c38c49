package io.clientela.attachment;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes of a name somebody's computer gave a file one that is harmless on anybody else's. */
final class FileName {

    private static final int LONGEST = 150;
    private static final int LONGEST_ENDING = 10;

    /** Control characters, such as turn the reading direction round ("fdp.exe" for "exe.pdf"), and what isn't one of any script. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\u2028\\u2029]");

    /** What some system reads as more than a character of a name. */
    private static final Pattern READ_AS_MORE = Pattern.compile("[<>:\"|?*%]");

    private FileName() {}

    /** Empty where nothing is left of it. */
    static Optional<String> clean(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String seen = Normalizer.normalize(UNSEEN.matcher(last).replaceAll(""), Normalizer.Form.NFC);
        String harmless = READ_AS_MORE.matcher(seen).replaceAll("_").strip().replaceAll("^\\.+|[. ]+$", "");
        return harmless.isEmpty() ? Optional.empty() : Optional.of(shortened(harmless));
    }

    /** What stands behind the last dot, in small letters; empty where there is none. */
    static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** The ending stays: by it the next computer knows what to open it with. */
    private static String shortened(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST) {
            return name;
        }
        String ending = ending(name);
        String kept = ending.isEmpty() || ending.length() > LONGEST_ENDING ? "" : "." + ending;
        return name.substring(0, name.offsetByCodePoints(0, LONGEST - kept.length())) + kept;
    }
}
