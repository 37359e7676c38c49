package io.clientela.kit.format;

import static io.clientela.kit.format.FormatError.Code.BLANK_FILE;
import static io.clientela.kit.format.FormatError.Code.ENCRYPTED_WORKBOOK;
import static io.clientela.kit.format.FormatError.Code.UNREADABLE;
import static io.clientela.kit.format.FormatError.Code.UNSUPPORTED_KIND;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Says what a file is by its bytes, not by its name; what can't be read as a table is refused with the kind it seems to be. */
public final class Sniffer {

    private static final String[][] SIGNATURES = {
        {"%PDF-", "pdf"},
        {"\u0089PNG", "image"},
        {"\u00FF\u00D8\u00FF", "image"},
        {"GIF8", "image"},
        {"BM\u0000\u0000", "image"},
        {"II*\u0000", "image"},
        {"MM\u0000*", "image"},
        {"MZ", "executable"},
        {"\u007FELF", "executable"},
        {"\u00CA\u00FE\u00BA\u00BE", "executable"},
        {"\u00CF\u00FA\u00ED\u00FE", "executable"},
        {"#!/", "script"},
        {"{\\rtf", "rtf"},
        {"\u001F\u008B", "archive"},
        {"7z\u00BC\u00AF", "archive"},
        {"Rar!", "archive"},
        {"SQLite format 3", "database"},
    };

    private Sniffer() {}

    /** What the file is; throws {@link FormatError} where it is nothing we read. */
    public static FileShape sniff(Source source) {
        byte[] head = head(source);
        refuseKnown(head);
        if (starts(head, "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
            return OleContainers.shape(source);
        }
        if (starts(head, "PK\u0003\u0004") || starts(head, "PK\u0005\u0006")) {
            return FileShape.WORKBOOK;
        }
        ByteCensus census = ByteCensus.of(source);
        if (census.blank()) {
            throw FormatError.of(BLANK_FILE);
        }
        String encoding = Encodings.of(census);
        String beginning = text(census, encoding);
        refuseMarkup(beginning);
        if (beginning.stripLeading().regionMatches(true, 0, "BEGIN:VCARD", 0, 11)) {
            return FileShape.cards(encoding);
        }
        return FileShape.delimited(encoding, Delimiters.of(beginning, source.name()));
    }

    private static byte[] head(Source source) {
        try (InputStream in = source.open()) {
            return in.readNBytes(1 << 12);
        } catch (IOException e) {
            throw FormatError.of(UNREADABLE, e);
        }
    }

    private static void refuseKnown(byte[] head) {
        if (starts(head, "RIFF") && ascii(head).startsWith("WEBP", 8)) {
            throw unsupported("image");
        }
        for (String[] signature : SIGNATURES) {
            if (starts(head, signature[0])) {
                throw unsupported(signature[1]);
            }
        }
    }

    /** Programs call a page of HTML or an XML of 2003 "xls" and spreadsheet programs open it, so people send them. */
    private static void refuseMarkup(String beginning) {
        String start = beginning.strip().toLowerCase(Locale.ROOT);
        start = start.substring(0, Math.min(2_000, start.length()));
        if (start.startsWith("<!doctype html")
                || start.startsWith("<html")
                || start.startsWith("<table")
                || (start.startsWith("<") && start.contains("<html"))) {
            throw unsupported("html");
        }
        if (start.startsWith("<?xml")) {
            throw unsupported("xml");
        }
    }

    /** Whole lines of the beginning, without mark. */
    private static String text(ByteCensus census, String encoding) {
        byte[] head = census.head();
        int mark = Encodings.markLength(head);
        byte[] body = java.util.Arrays.copyOfRange(head, mark, head.length);
        String text = Encodings.decode(body, encoding);
        int lastLine = text.lastIndexOf('\n');
        return head.length == 1 << 16 && lastLine > 0 ? text.substring(0, lastLine) : text;
    }

    static FormatError unsupported(String kind) {
        return FormatError.of(UNSUPPORTED_KIND, "kind", kind);
    }

    static FormatError encrypted() {
        return FormatError.of(ENCRYPTED_WORKBOOK);
    }

    private static boolean starts(byte[] head, String signature) {
        return ascii(head).startsWith(signature);
    }

    private static String ascii(byte[] head) {
        return new String(head, 0, Math.min(head.length, 32), StandardCharsets.ISO_8859_1);
    }
}
