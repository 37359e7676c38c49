package io.clientela.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SealedPiecesTest {

    private final SealKey key = new SealKey(new byte[32]);

    private List<byte[]> sealed(String place, List<byte[]> pieces) {
        List<byte[]> kept = new ArrayList<>();
        SealedPieces.Writer writer = new SealedPieces(key, place).writer((no, body) -> kept.add(no, body));
        pieces.forEach(piece -> writer.add(piece, piece.length));
        return kept;
    }

    private byte[] opened(String place, List<byte[]> kept) throws IOException {
        return new SealedPieces(key, place)
                .open(no -> no < kept.size() ? Optional.of(kept.get(no)) : Optional.empty())
                .readAllBytes();
    }

    @Property(tries = 50)
    void whatIsSealedPieceByPieceComesOutWhole(@ForAll @Size(max = 8) List<byte[]> pieces) throws IOException {
        int size = pieces.stream().mapToInt(piece -> piece.length).sum();
        byte[] whole = new byte[size];
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, whole, at, piece.length);
            at += piece.length;
        }
        assertThat(opened("a", sealed("a", pieces))).isEqualTo(whole);
    }

    @Test
    void piecesCantChangePlaces() {
        List<byte[]> kept = sealed("a", Arrays.asList(new byte[] {1}, new byte[] {2}));
        assertThatThrownBy(() -> opened("b", kept)).isInstanceOf(IllegalStateException.class);
        Collections.swap(kept, 0, 1);
        assertThatThrownBy(() -> opened("a", kept)).isInstanceOf(IllegalStateException.class);
    }
}
