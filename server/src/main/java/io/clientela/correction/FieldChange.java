package io.clientela.correction;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is to become of one field in every file; {@code values} are none for clearing. */
public record FieldChange(String field, Action action, List<String> values) {

    public FieldChange {
        values = List.copyOf(values);
    }

    public enum Action {
        SET,
        CLEAR,
        /** One more item of a field of several choices; what else is there stays. */
        ADD,
        REMOVE;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Action of(String text) {
            return Arrays.stream(values())
                    .filter(action -> action.text().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no such action"));
        }
    }
}
