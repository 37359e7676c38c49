package io.clientela.customer.spi;

import io.clientela.kit.match.Profile;
import java.util.Map;

/** A room above tells who is likely to be a customer that isn't entered yet. */
public interface LikelyFiles {

    /** The likeliest file for each of these drafts of one type, by their places; of those that are like nobody nothing is said. */
    Map<Integer, Long> likeliest(String record, Map<Integer, Profile> drafts);

    /** For the check of one file. */
    FileTwins twins();
}
