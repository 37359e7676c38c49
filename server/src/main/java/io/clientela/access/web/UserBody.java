package io.clientela.access.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.clientela.access.Account;
import io.clientela.access.Accounts.Draft;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A user as a request wants them; what a change leaves out stays as it is, only a null department takes them out of it. */
record UserBody(
        @Nullable String name,
        @Nullable String displayName,
        @Nullable String password,
        @Nullable Boolean mustChangePassword,
        @Schema(example = "zh") @Nullable String language,
        @Nullable Long departmentId,

        @Schema(example = "[\"sales\"]") @JsonSetter(contentNulls = Nulls.FAIL) @Nullable
        List<String> roles,

        @Nullable Boolean active) {

    Draft fresh(String usualLanguage) {
        String called = Objects.requireNonNullElse(name, "");
        return new Draft(
                called,
                Objects.requireNonNullElse(displayName, called),
                secret(),
                mustChange(),
                Objects.requireNonNullElse(language, usualLanguage),
                Ids.optional(departmentId),
                Objects.requireNonNullElse(roles, List.of()),
                Objects.requireNonNullElse(active, true));
    }

    Draft over(Account account) {
        return new Draft(
                Objects.requireNonNullElse(name, account.name()),
                Objects.requireNonNullElse(displayName, account.displayName()),
                secret(),
                mustChange(),
                Objects.requireNonNullElse(language, account.language()),
                Ids.optional(departmentId),
                Objects.requireNonNullElse(roles, account.roles()),
                Objects.requireNonNullElse(active, account.active()));
    }

    /** A password that somebody else thought up is to be changed, unless they say otherwise. */
    private boolean mustChange() {
        return Objects.requireNonNullElse(mustChangePassword, true);
    }

    private Optional<String> secret() {
        return Optional.ofNullable(password).filter(given -> !given.isEmpty());
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "UserBody";
    }
}
