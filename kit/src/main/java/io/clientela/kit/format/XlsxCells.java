package io.clientela.kit.format;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Cell;

/**
 * The text a cell of a workbook stands for. Numbers are shown plain with the 15 significant digits a spreadsheet program keeps; a
 * whole number that lost digits beyond them is shown as {@code 4.30104197110263E+17}, so that nobody takes the zeros for digits.
 */
final class XlsxCells {

    private static final int DIGITS = 15;
    private static final MathContext SHOWN = new MathContext(DIGITS, RoundingMode.HALF_EVEN);
    private static final BigDecimal EXACT_IN_DOUBLE = new BigDecimal(BigInteger.TWO.pow(53));
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private XlsxCells() {}

    static String text(Cell cell, boolean since1904) {
        Object value = cell.getValue();
        String raw = Optional.ofNullable(cell.getRawValue()).orElse("");
        return switch (cell.getType()) {
            case EMPTY -> "";
            case ERROR -> raw.isEmpty() ? String.valueOf(value) : raw;
            case STRING ->
                Optional.ofNullable(cell.getText()).map(XlsxEscapes::unescaped).orElse("");
            case BOOLEAN -> raw.equals("1") || raw.equalsIgnoreCase("true") ? "TRUE" : "FALSE";
            case NUMBER -> number(raw, cell, since1904);
            case FORMULA ->
                value instanceof BigDecimal || value instanceof Number
                        ? number(raw, cell, since1904)
                        : cached(value, raw);
        };
    }

    private static String cached(Object value, String raw) {
        if (value instanceof Boolean yes) {
            return yes ? "TRUE" : "FALSE";
        }
        return XlsxEscapes.unescaped(raw.isEmpty() && value != null ? value.toString() : raw);
    }

    private static String number(String raw, Cell cell, boolean since1904) {
        String format = Optional.ofNullable(cell.getDataFormatString()).orElse("");
        int id = Optional.ofNullable(cell.getDataFormatId()).orElse(0);
        return number(raw, id, format, since1904);
    }

    /** The text of a number written {@code raw} that is shown in a number format. */
    static String number(String raw, int id, String format, boolean since1904) {
        BigDecimal number;
        try {
            number = new BigDecimal(raw.strip());
        } catch (NumberFormatException e) {
            return raw;
        }
        if (Math.abs(number.precision() - (long) number.scale()) > 400) {
            return raw;
        }
        return DateFormats.isDate(id, format) ? moment(number, since1904) : plain(number, raw);
    }

    private static String plain(BigDecimal number, String raw) {
        BigDecimal bare = number.stripTrailingZeros();
        boolean whole = bare.scale() <= 0;
        int digits = bare.precision() - bare.scale();
        if (!whole) {
            return number.round(SHOWN).stripTrailingZeros().toPlainString();
        }
        if (digits <= DIGITS || (bare.precision() > DIGITS && intact(bare, raw))) {
            return bare.toPlainString();
        }
        return scientific(bare);
    }

    /**
     * Whether more than 15 digits were written by a program that has them all: one that keeps numbers as binary floating point
     * could only have written a number which such a form holds exactly, or with an exponent.
     */
    private static boolean intact(BigDecimal whole, String raw) {
        boolean floating = raw.indexOf('E') >= 0 || raw.indexOf('e') >= 0;
        return !floating
                && (whole.abs().compareTo(EXACT_IN_DOUBLE) <= 0
                        || new BigDecimal(whole.doubleValue()).compareTo(whole) != 0);
    }

    private static String scientific(BigDecimal whole) {
        BigDecimal shown = whole.round(SHOWN);
        int exponent = shown.precision() - shown.scale() - 1;
        return shown.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "E+" + exponent;
    }

    /** A day number to ISO 8601; day 60 of the 1900 system never was (a bug kept since Lotus 1-2-3), days before are one off. */
    private static String moment(BigDecimal serial, boolean since1904) {
        BigDecimal seconds = serial.multiply(BigDecimal.valueOf(86_400)).setScale(0, RoundingMode.HALF_UP);
        if (serial.signum() < 0 || serial.compareTo(BigDecimal.valueOf(2_958_466)) >= 0) {
            return serial.toPlainString();
        }
        if (serial.compareTo(BigDecimal.ONE) < 0) {
            return TIME.format(LocalTime.ofSecondOfDay(Math.min(86_399, seconds.longValue())));
        }
        LocalDateTime epoch = since1904
                ? LocalDateTime.of(1904, 1, 1, 0, 0)
                : LocalDateTime.of(1899, 12, serial.compareTo(BigDecimal.valueOf(60)) < 0 ? 31 : 30, 0, 0);
        LocalDateTime moment = epoch.plusSeconds(seconds.longValue());
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : MOMENT.format(moment);
    }
}
