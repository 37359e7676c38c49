package io.clientela.customer;

import io.clientela.kernel.Refusal;
import io.clientela.platform.Json;
import io.clientela.vault.SealKey;
import io.clientela.vault.Vault;
import java.util.Base64;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Sealed bookmarks of a list: who holds one can neither read nor forge it. */
@Component
class Cursors {

    private static final String PLACE = "cursor";

    private final SealKey key;

    Cursors(Vault vault) {
        this.key = vault.purpose(PLACE);
    }

    String seal(Position position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.seal(Json.bytes(position), PLACE));
    }

    /** Refuses what isn't a bookmark in this order. */
    Position open(String cursor, String sort) {
        try {
            Position position = Json.read(key.open(Base64.getUrlDecoder().decode(cursor), PLACE), Position.class);
            if (position.sort().equals(sort)) {
                return position;
            }
        } catch (IllegalArgumentException | IllegalStateException | JacksonException e) {
            throw new Refusal(CustomerError.CURSOR_UNKNOWN);
        }
        throw new Refusal(CustomerError.CURSOR_UNKNOWN);
    }

    /** The last row shown: its sort key (base64) and id, or for ranked hits how many were shown. */
    record Position(String sort, String key, long fileId, int offset) {}
}
