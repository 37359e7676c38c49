package io.clientela.platform;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rows in PostgreSQL's binary COPY format, gathered in memory for one batch. Columns are written in the order of the COPY
 * statement; the caller opens a row with the number of its columns. Source: PostgreSQL manual, COPY, binary format.
 */
public final class CopyRows {

    private static final byte[] HEADER = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final LocalDate EPOCH_DAY = LocalDate.of(2000, 1, 1);
    private static final int TEXT_OID = 25;
    private static final int INT_OID = 23;
    private static final BigInteger BASE = BigInteger.valueOf(10_000);

    private final Buffer bytes = new Buffer();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private int rows;

    public CopyRows() {
        try {
            out.write(HEADER);
            out.writeInt(0);
            out.writeInt(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public CopyRows row(int columns) {
        rows++;
        return write(() -> out.writeShort(columns));
    }

    public int rows() {
        return rows;
    }

    public CopyRows nothing() {
        return write(() -> out.writeInt(-1));
    }

    public CopyRows bigint(long value) {
        return write(() -> {
            out.writeInt(8);
            out.writeLong(value);
        });
    }

    public CopyRows integer(int value) {
        return write(() -> {
            out.writeInt(4);
            out.writeInt(value);
        });
    }

    public CopyRows smallint(int value) {
        return write(() -> {
            out.writeInt(2);
            out.writeShort(value);
        });
    }

    public CopyRows bool(boolean value) {
        return write(() -> {
            out.writeInt(1);
            out.writeByte(value ? 1 : 0);
        });
    }

    public CopyRows text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /** Text, or NULL when empty. */
    public CopyRows textOrNothing(String value) {
        return value.isEmpty() ? nothing() : text(value);
    }

    public CopyRows bytes(byte[] value) {
        return write(() -> {
            out.writeInt(value.length);
            out.write(value);
        });
    }

    public CopyRows instant(Instant value) {
        return bigint(ChronoUnit.MICROS.between(EPOCH, value));
    }

    public CopyRows date(Optional<LocalDate> value) {
        return value.map(day -> integer((int) ChronoUnit.DAYS.between(EPOCH_DAY, day)))
                .orElseGet(this::nothing);
    }

    /** numeric is a sign, a scale and digits to the base of 10,000. */
    public CopyRows numeric(BigDecimal value) {
        int scale = Math.max(0, value.scale());
        List<Integer> digits = new ArrayList<>();
        for (BigInteger whole = value.abs().toBigInteger(); whole.signum() > 0; whole = whole.divide(BASE)) {
            digits.addFirst(whole.mod(BASE).intValue());
        }
        int weight = digits.size() - 1;
        String fraction = scale == 0
                ? ""
                : value.abs().setScale(scale, RoundingMode.UNNECESSARY).toPlainString();
        fraction = fraction.isEmpty() ? "" : fraction.substring(fraction.indexOf('.') + 1);
        for (int i = 0; i < fraction.length(); i += 4) {
            String four = fraction.substring(i, Math.min(fraction.length(), i + 4));
            digits.add(Integer.parseInt(four + "0".repeat(4 - four.length())));
        }
        return write(() -> {
            out.writeInt(8 + 2 * digits.size());
            out.writeShort(digits.size());
            out.writeShort(weight);
            out.writeShort(value.signum() < 0 ? 0x4000 : 0);
            out.writeShort(scale);
            for (int digit : digits) {
                out.writeShort(digit);
            }
        });
    }

    public CopyRows integers(int[] values) {
        return write(() -> {
            out.writeInt(values.length == 0 ? 12 : 20 + 8 * values.length);
            out.writeInt(values.length == 0 ? 0 : 1);
            out.writeInt(0);
            out.writeInt(INT_OID);
            if (values.length > 0) {
                out.writeInt(values.length);
                out.writeInt(1);
                for (int value : values) {
                    out.writeInt(4);
                    out.writeInt(value);
                }
            }
        });
    }

    /** jsonb is its text after a version byte. */
    public CopyRows jsonb(String json) {
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        return write(() -> {
            out.writeInt(text.length + 1);
            out.writeByte(1);
            out.write(text);
        });
    }

    public CopyRows texts(List<String> values) {
        if (values.isEmpty()) {
            return write(() -> {
                out.writeInt(12);
                out.writeInt(0);
                out.writeInt(0);
                out.writeInt(TEXT_OID);
            });
        }
        int length = 20;
        byte[][] encoded = new byte[values.size()][];
        for (int i = 0; i < encoded.length; i++) {
            encoded[i] = values.get(i).getBytes(StandardCharsets.UTF_8);
            length += 4 + encoded[i].length;
        }
        int total = length;
        return write(() -> {
            out.writeInt(total);
            out.writeInt(1);
            out.writeInt(0);
            out.writeInt(TEXT_OID);
            out.writeInt(encoded.length);
            out.writeInt(1);
            for (byte[] element : encoded) {
                out.writeInt(element.length);
                out.write(element);
            }
        });
    }

    /** What was gathered, closed with the trailer; the array's first {@link #size()} bytes count. */
    byte[] finish() {
        write(() -> out.writeShort(-1));
        return bytes.array();
    }

    int size() {
        return bytes.size();
    }

    private CopyRows write(Writing writing) {
        try {
            writing.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static final class Buffer extends ByteArrayOutputStream {
        Buffer() {
            super(1 << 16);
        }

        byte[] array() {
            return buf;
        }
    }
}
