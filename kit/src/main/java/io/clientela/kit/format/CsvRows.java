package io.clientela.kit.format;

import static io.clientela.kit.format.FormatError.Code.CELL_TOO_LONG;
import static io.clientela.kit.format.FormatError.Code.TOO_MANY_COLUMNS;
import static io.clientela.kit.format.FormatError.Code.UNCLOSED_QUOTE;
import static io.clientela.kit.format.FormatError.Code.UNREADABLE;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Streams delimited text after RFC 4180, forgiving what can only be meant one way: any line ends, blanks before an opening
 * quotation mark, quotation marks inside a cell that doesn't begin with one, and {@code "Acme" Ltd}.
 *
 * <p>Written here and not taken from a library because a quotation mark left open must be named with its line; parsers at hand
 * either swallow the rest of the file into one cell or refuse the forgivable cases too.
 */
final class CsvRows extends RowsAhead {

    private static final int END = -1;

    private final Reader in;
    private final char delimiter;
    private final Limits limits;
    private final char[] buffer = new char[1 << 16];
    private final StringBuilder cell = new StringBuilder();
    private int position;
    private int filled;
    private long line = 1;
    private long number;

    CsvRows(Reader in, char delimiter, Limits limits) {
        super(in);
        this.in = in;
        this.delimiter = delimiter;
        this.limits = limits;
    }

    @Override
    @Nullable
    Row read() {
        if (peek() == END) {
            return null;
        }
        number++;
        List<String> cells = new ArrayList<>();
        boolean more = true;
        while (more) {
            more = readCell();
            if (cells.size() == limits.columns() && (more || !cell.isEmpty())) {
                throw FormatError.of(TOO_MANY_COLUMNS, "row", number, "limit", limits.columns());
            }
            if (cells.size() < limits.columns()) {
                cells.add(CellGuard.release(cell.toString()));
            }
        }
        return new Row(number, cells);
    }

    /** Reads one cell into {@link #cell}; says whether another follows in this row. */
    private boolean readCell() {
        cell.setLength(0);
        int c = take();
        while (c != END && c != delimiter && c != '\n' && c != '\r') {
            if (c == '"' && onlySpaces()) {
                cell.setLength(0);
                c = readQuoted();
            } else {
                append(c);
                c = take();
            }
        }
        if (c == delimiter) {
            return true;
        }
        if (c != END) {
            endLine(c);
        }
        return false;
    }

    /** Reads up to the closing mark and what follows it; gives the character that ended the quoted part. */
    private int readQuoted() {
        long opened = line;
        while (true) {
            int c = take();
            if (c == END) {
                throw unclosed(opened);
            }
            if (c == '"') {
                if (peek() != '"') {
                    return afterQuoted(opened);
                }
                take();
            } else if (c == '\n' || (c == '\r' && peek() != '\n')) {
                line++;
                if (line - opened > limits.quotedLines()) {
                    throw unclosed(opened);
                }
            }
            if (cell.length() >= limits.cellChars() && line > opened) {
                throw unclosed(opened);
            }
            append(c);
        }
    }

    private int afterQuoted(long opened) {
        int c = take();
        int spaces = 0;
        while (c == ' ' && c != delimiter) {
            spaces++;
            c = take();
        }
        if (c != END && c != delimiter && c != '\n' && c != '\r') {
            if (line > opened) {
                throw unclosed(opened);
            }
            // "Acme" Ltd: the marks belong to the text.
            cell.insert(0, '"').append('"').repeat(' ', spaces);
        }
        return c;
    }

    private boolean onlySpaces() {
        for (int i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) != ' ') {
                return false;
            }
        }
        return true;
    }

    private void endLine(int c) {
        if (c == '\r' && peek() == '\n') {
            take();
        }
        line++;
    }

    private void append(int c) {
        if (cell.length() >= limits.cellChars()) {
            throw FormatError.of(CELL_TOO_LONG, "row", number, "line", line, "limit", limits.cellChars());
        }
        cell.append((char) c);
    }

    private static FormatError unclosed(long opened) {
        return FormatError.of(UNCLOSED_QUOTE, "line", opened);
    }

    private int peek() {
        return position < filled || fill() ? buffer[position] : END;
    }

    private int take() {
        return position < filled || fill() ? buffer[position++] : END;
    }

    private boolean fill() {
        try {
            filled = in.read(buffer);
            position = 0;
            return filled > 0;
        } catch (IOException e) {
            throw FormatError.of(UNREADABLE, e);
        }
    }
}
