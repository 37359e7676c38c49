package io.clientela.vault;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** Reads pieces one after another as one stream, holding one at a time. */
final class PieceStream extends InputStream {

    private final IntFunction<Optional<byte[]>> pieces;
    private byte[] piece = new byte[0];
    private int position;
    private int next;
    private boolean over;

    PieceStream(IntFunction<Optional<byte[]>> pieces) {
        this.pieces = pieces;
    }

    @Override
    public int read() {
        return fill() ? piece[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, piece.length - position);
        System.arraycopy(piece, position, into, offset, count);
        position += count;
        return count;
    }

    private boolean fill() {
        while (!over && position == piece.length) {
            Optional<byte[]> got = pieces.apply(next++);
            over = got.isEmpty();
            piece = got.orElse(piece);
            position = over ? piece.length : 0;
        }
        return !over;
    }
}
