package io.clientela.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.clientela.customer.EntryBody.Holder;
import io.clientela.platform.Json;
import io.clientela.vault.SealKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one linked file says by itself, as it is sealed under its own key; items of lists are rows of their own. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record MemberState(
        @JsonProperty("s") Map<String, List<String>> values,
        @JsonProperty("o") Map<String, Integer> origins,
        @JsonProperty("h") @Nullable Holder holder) {

    MemberState {
        values = Optional.ofNullable(values).orElse(Map.of());
        origins = Optional.ofNullable(origins).orElse(Map.of());
    }

    static byte[] seal(long file, FileState state, SealKey key) {
        Map<String, List<String>> values = new HashMap<>();
        state.values().forEach((field, value) -> values.put(field, value.parts()));
        MemberState said =
                new MemberState(values, state.origin(), state.holder().orElse(null));
        return key.seal(Json.bytes(said), place(file));
    }

    static FileState open(long file, byte[] sealed, SealKey key) {
        MemberState said = Json.read(key.open(sealed, place(file)), MemberState.class);
        FileState state = new FileState();
        said.values.forEach((field, parts) -> state.put(field, new Value(parts)));
        state.putOrigin(said.origins);
        Optional.ofNullable(said.holder).ifPresent(state::putHolder);
        return state;
    }

    private static String place(long file) {
        return "member:" + file;
    }
}
