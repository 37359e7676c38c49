package io.clientela.kit.vcard;

import ezvcard.io.scribe.ScribeIndex;
import ezvcard.property.Address;
import ezvcard.property.BinaryProperty;
import ezvcard.property.Telephone;
import ezvcard.property.TextProperty;
import ezvcard.property.VCardProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Whether two properties say the same, whichever version of the standard each was written in. */
final class SameProperty {

    private static final ScribeIndex SCRIBES = new ScribeIndex();

    private SameProperty() {}

    /** Upper case, as in the standard. */
    static String name(VCardProperty property) {
        return CardReading.rawName(property).orElseGet(() -> {
            var scribe = SCRIBES.getPropertyScribe(property);
            return scribe == null
                    ? property.getClass().getSimpleName().toUpperCase(Locale.ROOT)
                    : scribe.getPropertyName().toUpperCase(Locale.ROOT);
        });
    }

    /**
     * The same property with the same value, kinds and group. How a number is grouped, how lines end, how the card was encoded
     * and in which parameter it says that a value is the preferred one don't count.
     */
    static boolean same(VCardProperty one, VCardProperty other) {
        return one.getClass() == other.getClass()
                && String.valueOf(one.getGroup()).equals(String.valueOf(other.getGroup()))
                && kinds(one).equals(kinds(other))
                && preferred(one) == preferred(other)
                && sameValue(one, other);
    }

    private static boolean sameValue(VCardProperty one, VCardProperty other) {
        if (one instanceof Telephone a && other instanceof Telephone b) {
            return digits(CardWriting.number(a)).equals(digits(CardWriting.number(b)));
        }
        if (one instanceof BinaryProperty<?> a && other instanceof BinaryProperty<?> b && a.getData() != null) {
            // Version 4.0 has no picture without a kind; one that named none gets the general one.
            return Arrays.equals(a.getData(), b.getData());
        }
        VCardProperty a = bare(one);
        VCardProperty b = bare(other);
        boolean texts = one instanceof TextProperty || one instanceof Address;
        return a.equals(b) || (texts && lines(a).equals(lines(b)));
    }

    private static String lines(VCardProperty property) {
        return property.toString().replace("\r\n", "\n");
    }

    private static boolean preferred(VCardProperty property) {
        return property.getParameter("PREF") != null
                || CardReading.types(property).contains("pref");
    }

    private static VCardProperty bare(VCardProperty property) {
        VCardProperty bare = property.copy();
        bare.removeParameter("TYPE");
        bare.removeParameter("CHARSET");
        bare.removeParameter("ENCODING");
        bare.removeParameter("VALUE");
        bare.removeParameter("PREF");
        return bare;
    }

    /** INTERNET is what every e-mail is, VOICE what every telephone is that isn't something else. */
    private static Set<String> kinds(VCardProperty property) {
        Set<String> kinds = new TreeSet<>(CardReading.types(property));
        kinds.remove("internet");
        kinds.remove("pref");
        if (property instanceof Telephone) {
            kinds.remove("voice");
        }
        return kinds;
    }

    private static String digits(String number) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (Character.isDigit(c) || c == '+' || c == ';') {
                digits.append(c);
            }
        }
        return digits.toString();
    }
}
