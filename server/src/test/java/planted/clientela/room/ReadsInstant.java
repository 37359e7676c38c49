package planted.clientela.room;

import java.time.Clock;
import java.time.Instant;

public final class ReadsInstant {
    Instant wrong() {
        return Instant.now();
    }

    Instant right(Clock clock) {
        return Instant.now(clock);
    }
}
