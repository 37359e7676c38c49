package io.clientela.kit.format;

import java.util.Locale;

/**
 * What a file was found to be, in a form that can be kept and handed back to read the same file again without guessing.
 *
 * @param kind delimited text, workbook or cards
 * @param encoding name of the character set; empty for a workbook
 * @param delimiter the one character between cells of delimited text, else empty
 */
public record FileShape(Kind kind, String encoding, String delimiter) {

    /** Families of files that hold tables. */
    public enum Kind {
        DELIMITED,
        XLSX,
        /** Excel 97 to 2003. */
        XLS,
        VCARD;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final FileShape WORKBOOK = new FileShape(Kind.XLSX, "", "");
    static final FileShape OLD_WORKBOOK = new FileShape(Kind.XLS, "", "");

    static FileShape cards(String encoding) {
        return new FileShape(Kind.VCARD, encoding, "");
    }

    public static FileShape delimited(String encoding, char delimiter) {
        return new FileShape(Kind.DELIMITED, encoding, String.valueOf(delimiter));
    }
}
