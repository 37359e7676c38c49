package io.clientela.customer.spi;

import io.clientela.kit.match.Profile;
import java.util.Map;

/** Remembers the rows of one file while it is checked, batch by batch, to tell which of them speak of one customer. */
public interface FileTwins {

    /**
     * Of each of these drafts the likeliest row before it, by their places; of those like none nothing is said.
     *
     * @param rows the row of each draft, by its place
     */
    Map<Integer, Long> earlier(String record, Map<Integer, Profile> drafts, Map<Integer, Long> rows);
}
