package io.clientela.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.clientela.platform.Json;
import io.clientela.vault.SealKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says, as it is sealed: values set (an empty list clears), raw texts where they differed from what was stored,
 * items set and removed, the reason, for values taken back the number of the entry they came from by field or
 * item, whose the file is from then on where that changes, by the provenance's fields who supplied it, who first wrote it down
 * and when, and which entry this one takes back. What was typed into an item is kept by {@code list#item.part}. Names are short
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
        @JsonProperty("t") @Nullable Integer takesBack) {

    EntryBody {
        set = Optional.ofNullable(set).orElse(Map.of());
        raw = Optional.ofNullable(raw).orElse(Map.of());
        items = Optional.ofNullable(items).orElse(Map.of());
        removed = Optional.ofNullable(removed).orElse(Map.of());
        reason = Optional.ofNullable(reason).orElse("");
        origins = Optional.ofNullable(origins).orElse(Map.of());
        told = Optional.ofNullable(told).orElse(Map.of());
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
        return new EntryBody(set, raw, items, removed, reason, origins, other, told, takesBack);
    }

    /** The same as what takes an entry back; {@code from} names the entries the values had come from. */
    EntryBody takingBack(int entry, Map<String, Integer> from) {
        return new EntryBody(set, raw, items, removed, reason, from, holder, told, entry);
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
