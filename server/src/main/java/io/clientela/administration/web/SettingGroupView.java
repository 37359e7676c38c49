package io.clientela.administration.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A group of settings as it stands.
 *
 * @param changeable whether the reader may change it
 * @param last the change that is in force; absent while nobody has said anything
 * @param ahead changes that come into force later
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SettingGroupView(
        String key,
        String label,
        String explanation,
        long version,
        boolean changeable,
        List<SettingView> settings,
        @Nullable SaveView last,
        List<SaveView> ahead) {

    /** One setting; {@code usual} holds while nobody has said anything, {@code least} and {@code most} bound numbers and lengths. */
    record SettingView(
            String key,
            String label,
            String explanation,
            String form,
            String value,
            String usual,
            long least,
            long most,
            List<ChoiceView> choices) {}

    record ChoiceView(String value, String label) {}

    /** One change: what was said, by setting, with how it reads. */
    record SaveView(
            long id,
            String by,
            Instant at,
            Instant from,
            String reason,
            Map<String, String> values,
            List<String> words) {}
}
