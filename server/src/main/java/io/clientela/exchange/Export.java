package io.clientela.exchange;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** One export: its states are waiting → running → done, or failed; {@code upload} holds the finished file. */
public record Export(
        long id,
        String type,
        String format,
        String state,
        long processed,
        @JsonIgnore long startedBy,
        Instant createdAt,
        Optional<Instant> finishedAt,
        @JsonIgnore Optional<Long> upload,
        Optional<String> error) {

    private static final Set<String> OVER = Set.of("done", "failed", "cancelled");

    /** Rows written so far; all of them once it is done. */
    @JsonProperty
    public long rows() {
        return processed;
    }

    boolean over() {
        return OVER.contains(state);
    }
}
