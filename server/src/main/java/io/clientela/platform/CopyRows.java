package io.clientela.platform;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
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
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final int TEXT_OID = 25;
    private static final int INT_OID = 23;
    private static final BigInteger BASE = BigInteger.valueOf(10_000);

    /** Bytes; most batches are of one change, and the buffer doubles, so that a large one copies little. */
    private static final int FIRST_SIZE = 1 << 9;

    private byte[] buffer = new byte[FIRST_SIZE];
    private int length;
    private int rows;
    private boolean finished;

    public CopyRows() {
        raw(HEADER);
        int32(0);
        int32(0);
    }

    public CopyRows row(int columns) {
        rows++;
        return int16(columns);
    }

    public int rows() {
        return rows;
    }

    public CopyRows nothing() {
        return int32(-1);
    }

    public CopyRows bigint(long value) {
        return int32(8).int32((int) (value >>> 32)).int32((int) value);
    }

    /** A double precision. */
    public CopyRows real(double value) {
        return bigint(Double.doubleToLongBits(value));
    }

    public CopyRows integer(int value) {
        return int32(4).int32(value);
    }

    public CopyRows smallint(int value) {
        return int32(2).int16(value);
    }

    public CopyRows bool(boolean value) {
        return int32(1).int8(value ? 1 : 0);
    }

    public CopyRows text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    public CopyRows bytes(byte[] value) {
        return int32(value.length).raw(value);
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
        int32(8 + 2 * digits.size()).int16(digits.size()).int16(weight);
        int16(value.signum() < 0 ? 0x4000 : 0).int16(scale);
        digits.forEach(this::int16);
        return this;
    }

    public CopyRows integers(int[] values) {
        if (values.length == 0) {
            return emptyArray(INT_OID);
        }
        int32(20 + 8 * values.length).array(INT_OID, values.length);
        for (int value : values) {
            integer(value);
        }
        return this;
    }

    /** jsonb is its text after a version byte. */
    public CopyRows jsonb(String json) {
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        return int32(text.length + 1).int8(1).raw(text);
    }

    public CopyRows texts(List<String> values) {
        if (values.isEmpty()) {
            return emptyArray(TEXT_OID);
        }
        int place = length;
        int32(0).array(TEXT_OID, values.size());
        values.forEach(this::text);
        int end = length;
        length = place;
        int32(end - place - 4);
        length = end;
        return this;
    }

    private CopyRows emptyArray(int oid) {
        return int32(12).int32(0).int32(0).int32(oid);
    }

    /** One dimension, no NULL among the elements, counted from 1. */
    private CopyRows array(int oid, int elements) {
        return int32(1).int32(0).int32(oid).int32(elements).int32(1);
    }

    /** What was gathered, closed with the trailer once; the array's first {@link #size()} bytes count. */
    byte[] finish() {
        // Work that was broken off sends the same rows again.
        if (!finished) {
            int16(-1);
            finished = true;
        }
        return buffer;
    }

    int size() {
        return length;
    }

    private CopyRows int32(int value) {
        room(4);
        INT.set(buffer, length, value);
        length += 4;
        return this;
    }

    private CopyRows int16(int value) {
        room(2);
        buffer[length++] = (byte) (value >>> 8);
        buffer[length++] = (byte) value;
        return this;
    }

    private CopyRows int8(int value) {
        room(1);
        buffer[length++] = (byte) value;
        return this;
    }

    private CopyRows raw(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, buffer, length, value.length);
        length += value.length;
        return this;
    }

    private void room(int more) {
        if (buffer.length - length < more) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }
}
