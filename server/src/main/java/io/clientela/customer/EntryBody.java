package io.clientela.customer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.clientela.platform.Json;
import io.clientela.vault.SealKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says, as it is sealed: values set (an empty list clears), raw texts where they differed from what was stored,
 * items set and removed, the reason, for values taken back the number of the entry they came from by field or
 * item, whose the file is from then on where that changes, by the provenance's fields who supplied it, who first wrote it down
 * and when, which entry this one takes back, and how files are tied to others. What was typed into an item is kept by {@code list#item.part}. Names are short
 * because a million of them are kept.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record EntryBody(
        @JsonProperty("s") Map<String, List<String>> set,
        @JsonProperty("r") Map<String, String> raw,
        @JsonProperty("i") Map<String, List<ItemBody>> items,
        @JsonProperty("d") Map<String, List<Long>> removed,
        @JsonProperty("w") String reason,
        @JsonProperty("o") Map<String, Integer> origins,
        @JsonProperty("h") @Nullable Holder holder,
        @JsonProperty("p") Map<String, List<String>> told,
        @JsonProperty("t") @Nullable Integer takesBack,
        @JsonProperty("l") @Nullable Tie tie) {

    @JsonCreator
    EntryBody {
        set = Optional.ofNullable(set).orElse(Map.of());
        raw = Optional.ofNullable(raw).orElse(Map.of());
        items = Optional.ofNullable(items).orElse(Map.of());
        removed = Optional.ofNullable(removed).orElse(Map.of());
        reason = Optional.ofNullable(reason).orElse("");
        origins = Optional.ofNullable(origins).orElse(Map.of());
        told = Optional.ofNullable(told).orElse(Map.of());
    }

    /** Says nothing of ties to other files. */
    EntryBody(
            Map<String, List<String>> set,
            Map<String, String> raw,
            Map<String, List<ItemBody>> items,
            Map<String, List<Long>> removed,
            String reason,
            Map<String, Integer> origins,
            @Nullable Holder holder,
            Map<String, List<String>> told,
            @Nullable Integer takesBack) {
        this(set, raw, items, removed, reason, origins, holder, told, takesBack, null);
    }

    /** Says nothing but how the file is tied. */
    static EntryBody of(Tie tie, String reason) {
        return new EntryBody(Map.of(), Map.of(), Map.of(), Map.of(), reason, Map.of(), null, Map.of(), null, tie);
    }

    /**
     * How a file is tied to others: by ids only.
     *
     * @param link the link that is made, ended, or with which something was picked or moved
     * @param file the two files it ties, the second {@code with}
     * @param chosen who was wanted as head
     * @param picked fields of which this file's value is taken by hand
     * @param moved the entry of the other file that this one stands for, or that stands for this one
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Tie(
            @JsonProperty("n") long link,
            @JsonProperty("f") long file,
            @JsonProperty("w") long with,
            @JsonProperty("c") @Nullable Long chosen,
            @JsonProperty("p") List<String> picked,
            @JsonProperty("m") @Nullable Integer moved) {

        Tie {
            picked = Optional.ofNullable(picked).orElse(List.of());
        }

        Tie(Link link, List<String> picked, @Nullable Integer moved) {
            this(link.id(), link.fileId(), link.withId(), link.chosen().orElse(null), picked, moved);
        }
    }

    /** Parts set in one item; a new item has an id not seen before. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ItemBody(
            @JsonProperty("id") long id, @JsonProperty("s") Map<String, List<String>> set) {
        ItemBody {
            set = Optional.ofNullable(set).orElse(Map.of());
        }
    }

    /** Whose a file is, and of which department: part of what was said, so that a rebuild gives it too. */
    record Holder(
            @JsonProperty("u") long userId,
            @JsonProperty("d") long departmentId) {}

    EntryBody heldBy(Holder other) {
        return new EntryBody(set, raw, items, removed, reason, origins, other, told, takesBack, tie);
    }

    /** The same as what takes an entry back; {@code from} names the entries the values had come from. */
    EntryBody takingBack(int entry, Map<String, Integer> from) {
        return new EntryBody(set, raw, items, removed, reason, from, holder, told, entry, tie);
    }

    EntryBody tied(Tie how, String why) {
        return new EntryBody(set, raw, items, removed, why, origins, holder, told, takesBack, how);
    }

    /** Keys of fields and lists it speaks of. */
    Set<String> fields() {
        Set<String> keys = new TreeSet<>(set.keySet());
        keys.addAll(items.keySet());
        keys.addAll(removed.keySet());
        return keys;
    }

    boolean isEmpty() {
        return set.isEmpty() && items.isEmpty() && removed.isEmpty();
    }

    byte[] bytes() {
        return Json.bytes(this);
    }

    static EntryBody of(byte[] bytes) {
        return Json.read(bytes, EntryBody.class);
    }

    static EntryBody open(JournalStore.Sealed entry, SealKey key) {
        return of(key.open(
                entry.body(), place(entry.entry().fileId(), entry.entry().seq())));
    }

    /** The place an entry's body is sealed for. */
    static String place(long fileId, int seq) {
        return "entry:" + fileId + ":" + seq;
    }
}
