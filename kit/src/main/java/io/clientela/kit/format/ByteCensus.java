package io.clientela.kit.format;

import static io.clientela.kit.format.FormatError.Code.UNREADABLE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * One pass over all bytes of a file, so that the only accent in row 900,000 counts as much as one in row 1: whether it is valid
 * UTF-8, how many NUL and control bytes there are, the beginning, and a sample of the lines that aren't plain ASCII.
 */
final class ByteCensus {

    private static final int HEAD = 1 << 16;
    private static final int SAMPLE = 1 << 18;

    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private final ByteArrayOutputStream sample = new ByteArrayOutputStream();
    /** The line being read, while lines are still sampled. */
    private final byte[] line = new byte[SAMPLE];

    private int lineLength;
    private boolean lineHasHigh;
    private boolean sampling = true;

    private long total;
    private long nuls;
    private long evenNuls;
    private long controls;
    private long visible;
    private long multiByte;
    private long malformed;
    private int pending;

    static ByteCensus of(Source source) {
        ByteCensus census = new ByteCensus();
        try (InputStream in = source.open()) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                census.head.write(buffer, 0, Math.min(n, HEAD - census.head.size()));
                census.take(buffer, n);
            }
        } catch (IOException e) {
            throw FormatError.of(UNREADABLE, e);
        }
        if (census.pending > 0) {
            census.malformed++;
        }
        census.endLine();
        return census;
    }

    private void take(byte[] buffer, int length) {
        for (int i = 0; i < length; i++) {
            int b = buffer[i] & 0xFF;
            // Plain text in a plain place is nearly everything there is.
            if (b > 0x20 && b < 0x80 && pending == 0) {
                visible++;
                total++;
            } else {
                take(b);
            }
            if (sampling) {
                sample(b);
            }
        }
    }

    private void take(int b) {
        if (b == 0) {
            nuls++;
            evenNuls += 1 - (total & 1);
        } else if (b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1A) {
            controls++;
        } else if (b > 0x20) {
            visible++;
        }
        total++;
        utf8(b);
    }

    private void sample(int b) {
        if (lineLength == line.length) {
            sampling = false;
            return;
        }
        line[lineLength++] = (byte) b;
        lineHasHigh |= b >= 0x80;
        if (b == '\n' || b == '\r') {
            endLine();
        }
    }

    private void endLine() {
        if (lineHasHigh) {
            sample.write(line, 0, Math.min(lineLength, SAMPLE - sample.size()));
            sampling = sample.size() < SAMPLE;
        }
        lineLength = 0;
        lineHasHigh = false;
    }

    /** Follows lead and trailing bytes; overlong forms and surrogates are left to the decoder, they don't occur by accident. */
    private void utf8(int b) {
        if (pending > 0) {
            if ((b & 0xC0) == 0x80) {
                pending--;
                multiByte += pending == 0 ? 1 : 0;
                return;
            }
            malformed++;
            pending = 0;
        }
        if (b >= 0xC2 && b <= 0xDF) {
            pending = 1;
        } else if (b >= 0xE0 && b <= 0xEF) {
            pending = 2;
        } else if (b >= 0xF0 && b <= 0xF4) {
            pending = 3;
        } else if (b >= 0x80) {
            malformed++;
        }
    }

    byte[] head() {
        return head.toByteArray();
    }

    /** Whole lines with bytes above 0x7F, 256 KiB at most. */
    byte[] sample() {
        return sample.toByteArray();
    }

    boolean blank() {
        return visible == 0;
    }

    /** Valid UTF-8, or so nearly that single damaged characters are the better explanation. */
    boolean utf8() {
        return malformed == 0 || malformed * 50 < multiByte;
    }

    boolean nulsAtEvenPlaces() {
        return nuls * 5 > total && evenNuls * 10 > nuls * 9;
    }

    boolean nulsAtOddPlaces() {
        return nuls * 5 > total && evenNuls * 10 < nuls;
    }

    boolean nuls() {
        return nuls > 0;
    }

    boolean binary() {
        return controls * 100 > total;
    }
}
