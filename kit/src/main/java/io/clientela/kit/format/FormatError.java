package io.clientela.kit.format;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A file that can't be read as a table: a stable code and what its message needs; never carries content of the file. */
public final class FormatError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a file was refused. */
    public enum Code {
        /** Not a table we read; {@code kind} says what it seems to be ({@code xls}, {@code pdf}, {@code image}, …). */
        UNSUPPORTED_KIND,
        BROKEN_XLSX,
        /** An old workbook that is damaged or cut short. */
        BROKEN_XLS,
        /** The card that begins in {@code line} doesn't end, or has cards within cards within cards. */
        BROKEN_VCARD,
        /** A workbook with macros or embedded objects; {@code part} names what it holds. */
        ACTIVE_CONTENT,
        /** A small archive that unfolds into a huge one; {@code part} names the entry. */
        ZIP_BOMB,
        /** Workbook parts never need a document type or entities. */
        XML_BOMB,
        /** Protected by a password. */
        ENCRYPTED_WORKBOOK,
        /** The workbook has no sheet {@code sheet}. */
        UNKNOWN_SHEET,
        /** The text fits none of the encodings, or not the one named. */
        WRONG_ENCODING,
        BLANK_FILE,
        /** NUL bytes or other control characters: not text. */
        BINARY_FILE,
        /** A quotation mark opened in {@code line} isn't closed where a cell can end. */
        UNCLOSED_QUOTE,
        /** More than {@code limit} columns in row {@code row}. */
        TOO_MANY_COLUMNS,
        /** A cell of row {@code row} is longer than {@code limit} characters. */
        CELL_TOO_LONG,
        /** A part of the file is larger than {@code limit} bytes. */
        TOO_LARGE,
        /** The disk or the connection failed, not the file. */
        UNREADABLE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Code code;
    private final transient Map<String, String> details;

    private FormatError(Code code, Map<String, String> details, Throwable cause) {
        super(code.code() + " " + details, cause);
        this.code = code;
        this.details = details;
    }

    private FormatError(Code code, Map<String, String> details) {
        super(code.code() + " " + details);
        this.code = code;
        this.details = details;
    }

    public Code code() {
        return code;
    }

    /** Named arguments of the message. */
    public Map<String, String> details() {
        return details;
    }

    /** Details are given as name, value, name, value. */
    static FormatError of(Code code, Object... details) {
        return new FormatError(code, named(details));
    }

    static FormatError of(Code code, Throwable cause, Object... details) {
        return new FormatError(code, named(details), cause);
    }

    private static Map<String, String> named(Object... details) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i + 1 < details.length; i += 2) {
            named.put(String.valueOf(details[i]), String.valueOf(details[i + 1]));
        }
        return Map.copyOf(named);
    }
}
