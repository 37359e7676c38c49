package io.clientela.customer.tagging;

import io.clientela.customer.ListQuery;
import io.clientela.kit.fields.Texts;
import java.time.Instant;
import java.util.Map;

/**
 * A rule that sets a tag.
 *
 * @param active one that isn't takes its tag away again
 * @param changedBy who said last what it is
 */
public record TagRule(long id, Said said, boolean active, long version, long changedBy, Instant changedAt) {

    /**
     * What a rule says.
     *
     * @param label what it is called
     * @param type record type of the files it is about, empty for all
     * @param where a tree of conditions as JSON
     * @param tag canonical value of the tag
     */
    public record Said(Texts label, String type, String where, String tag) {

        ListQuery query() {
            return ListQuery.whole(type, "", Map.of(), where, "created");
        }
    }
}
