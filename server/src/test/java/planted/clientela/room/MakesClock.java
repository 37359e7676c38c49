package planted.clientela.room;

import java.time.Clock;

public final class MakesClock {
    Clock wrong() {
        return Clock.systemUTC();
    }
}
