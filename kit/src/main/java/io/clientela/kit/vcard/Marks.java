package io.clientela.kit.vcard;

import ezvcard.property.VCardProperty;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * A kept property that fields say in part bears a mark: which facet of the record it is, and a digest of the values it gave. As
 * long as the fields say the same, the property goes out as it came in; once they were changed, they speak instead of it.
 */
final class Marks {

    private static final String PARAMETER = "X-CLIENTELA-FACET";
    private static final int DIGITS = 16;

    private Marks() {}

    record Mark(Facet facet, String digest) {}

    static void put(VCardProperty property, Facet facet, Map<String, String> values) {
        property.setParameter(PARAMETER, facet.name() + "-" + digest(facet, values));
    }

    /** Takes the mark off. */
    static Optional<Mark> take(VCardProperty property) {
        String text = property.getParameter(PARAMETER);
        property.removeParameter(PARAMETER);
        if (text == null || text.indexOf('-') < 0) {
            return Optional.empty();
        }
        int dash = text.indexOf('-');
        return Facet.named(text.substring(0, dash)).map(facet -> new Mark(facet, text.substring(dash + 1)));
    }

    static boolean holds(Mark mark, Map<String, String> values) {
        return mark.digest().equals(digest(mark.facet(), values));
    }

    private static String digest(Facet facet, Map<String, String> values) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String key : facet.keys()) {
                sha.update(values.getOrDefault(key, "").getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
            }
            return HexFormat.of().formatHex(sha.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
