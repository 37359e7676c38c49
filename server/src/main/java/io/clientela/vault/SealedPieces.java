package io.clientela.vault;

import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Bytes of any length sealed piece by piece, so that neither end ever holds more than one. Each piece is sealed for its own number
 * in its own place: none can be moved, exchanged or put into another file.
 */
public final class SealedPieces {

    /** Bytes of a piece; the last one may be shorter. */
    public static final int PIECE = 1 << 20;

    private final SealKey key;
    private final String place;

    public SealedPieces(SealKey key, String place) {
        this.key = key;
        this.place = place;
    }

    /** Takes pieces in; {@code keeper} is handed each one sealed. */
    public Writer writer(Keeper keeper) {
        return new Writer(keeper);
    }

    /** All pieces as one stream, until {@code kept} has none of that number. */
    public InputStream open(IntFunction<Optional<byte[]>> kept) {
        return new PieceStream(no -> kept.apply(no).map(body -> key.open(body, place(no))));
    }

    private String place(int no) {
        return place + ":" + no;
    }

    /** Where sealed pieces are kept. */
    @FunctionalInterface
    public interface Keeper {
        void keep(int no, byte[] body);
    }

    /** Pieces on their way in, counted and hashed. */
    public final class Writer {
        private final Keeper keeper;
        private final MessageDigest digest;
        private long size;
        private int no;

        private Writer(Keeper keeper) {
            this.keeper = keeper;
            try {
                this.digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Seals the first {@code length} bytes as the next piece. */
        public void add(byte[] bytes, int length) {
            size += length;
            digest.update(bytes, 0, length);
            byte[] piece = length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
            keeper.keep(no, key.seal(piece, place(no)));
            no++;
        }

        /** Bytes taken in so far. */
        public long size() {
            return size;
        }

        /** SHA-256 of all of them, in hexadecimal; ends the writing. */
        public String sha256() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
