package io.clientela.kit.format;

import static io.clientela.kit.format.FormatError.Code.BROKEN_VCARD;
import static io.clientela.kit.format.FormatError.Code.UNREADABLE;

import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import java.util.Optional;

/**
 * Cuts a text into its cards. Of a card longer than any file keeps only the beginning is held, long enough that whoever looks at
 * its length sees that it is too long; a photo of 50 MB passes without being kept.
 */
final class CardSplitter {

    /** Beyond what the field for a card's own properties takes. */
    static final int LONGEST = 300_000;

    private static final int DEEPEST = 3;
    /** As much of a line as tells what it is. */
    private static final int TOLD = 64;

    private static final int END = -1;

    private final Reader in;
    private final long longest;
    private final char[] buffer = new char[1 << 16];
    private final StringBuilder beginning = new StringBuilder(TOLD);
    private final StringBuilder card = new StringBuilder();
    private int position;
    private int filled;
    private long line;
    private boolean over;

    CardSplitter(Reader in, Limits limits) {
        this.in = in;
        this.longest = Math.max(LONGEST, limits.cellChars());
    }

    /** The next card whole, from BEGIN to END; what stands between cards is passed over. */
    Optional<String> next() {
        int depth = 0;
        long began = 0;
        boolean agent = false;
        card.setLength(0);
        while (!over) {
            boolean kept = depth > 0;
            int start = card.length();
            readLine(kept);
            String told = beginning.toString().strip().toUpperCase(Locale.ROOT);
            if (told.equals("BEGIN:VCARD")) {
                if (depth > 0 && !agent) {
                    throw FormatError.of(BROKEN_VCARD, "line", began);
                }
                depth++;
                if (depth == 1) {
                    began = line;
                    card.setLength(0);
                    card.append("BEGIN:VCARD\r\n");
                } else if (depth > DEEPEST) {
                    throw FormatError.of(BROKEN_VCARD, "line", began);
                }
            } else if (told.equals("END:VCARD") && depth > 0) {
                depth--;
                if (depth == 0) {
                    if (start < longest) {
                        card.setLength(start);
                        card.append("END:VCARD\r\n");
                    }
                    return Optional.of(card.toString());
                }
            }
            // In version 2.1 the card of an agent follows the property's name.
            agent = !told.isEmpty() ? told.contains("AGENT") && told.endsWith(":") : agent;
        }
        if (depth > 0) {
            throw FormatError.of(BROKEN_VCARD, "line", began);
        }
        return Optional.empty();
    }

    /** Reads a line to its end; it goes to the card where it is within one and there is room. */
    private void readLine(boolean kept) {
        beginning.setLength(0);
        line++;
        while (true) {
            int c = take();
            if (c == END) {
                over = true;
                return;
            }
            if (kept && card.length() <= longest) {
                card.append((char) c);
            }
            if (c == '\n' || (c == '\r' && peek() != '\n')) {
                return;
            }
            if (beginning.length() < TOLD) {
                beginning.append((char) c);
            }
        }
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
