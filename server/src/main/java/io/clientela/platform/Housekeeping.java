package io.clientela.platform;

import java.time.Instant;

/** Something that keeps things for a time only, and is asked every hour to let go of what has expired. */
public interface Housekeeping {

    /** What it is called in the log. */
    String name();

    /** Removes what expired before {@code now}, in its own transactions; answers how many. */
    long tidy(Instant now);
}
