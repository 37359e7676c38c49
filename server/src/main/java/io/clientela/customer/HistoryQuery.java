package io.clientela.customer;

import java.util.List;
import java.util.OptionalLong;

/**
 * Which entries of a file somebody wants to see, the newest first.
 *
 * @param field key of the field or list they must speak of, empty for any
 * @param item the item of that list, empty for any
 * @param by whose entries, empty for anybody's
 * @param channel through what they came, empty for any
 * @param cursor where to go on, empty for the newest
 * @param limit most entries, 1 to 200
 */
public record HistoryQuery(String field, OptionalLong item, OptionalLong by, String channel, String cursor, int limit) {

    public static final int MAX_LIMIT = 200;

    public HistoryQuery {
        limit = Math.clamp(limit, 1, MAX_LIMIT);
    }

    /** The newest entries of whatever kind. */
    public static HistoryQuery newest() {
        return new HistoryQuery("", OptionalLong.empty(), OptionalLong.empty(), "", "", MAX_LIMIT);
    }

    boolean fits(Entry entry, EntryBody body) {
        return (by.isEmpty() || by.getAsLong() == entry.actorId())
                && (channel.isEmpty() || channel.equals(entry.channel()))
                && (field.isEmpty() || speaksOf(body));
    }

    private boolean speaksOf(EntryBody body) {
        if (item.isEmpty()) {
            return body.set().containsKey(field)
                    || body.items().containsKey(field)
                    || body.removed().containsKey(field);
        }
        long id = item.getAsLong();
        return body.items().getOrDefault(field, List.of()).stream().anyMatch(one -> one.id() == id)
                || body.removed().getOrDefault(field, List.of()).contains(id);
    }
}
