package io.clientela.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientela.access.Actors;
import io.clientela.administration.SettingsDesk.Wish;
import io.clientela.kernel.Refusal;
import io.clientela.platform.ServerTest;
import io.clientela.platform.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** Settings of one group have days of their own; everything is undone, so that no other test signs in by other rules. */
@ServerTest
class SettingsDeskTest {

    private static final String FAILURES = "sign_in.failures";
    private static final String LENGTH = "sign_in.password_length";
    private static final String LOCK = "sign_in.lock_minutes";
    private static final String LONGEST_LOCK = "sign_in.longest_lock_minutes";

    @Autowired
    SettingsDesk desk;

    @Autowired
    Settings settings;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    Clock clock;

    @Test
    void twoChangesThatLieAheadLeaveOneAnotherAlone() {
        undone(() -> {
            put(30, FAILURES, "7");
            put(60, LENGTH, "16");

            assertThat(at(31, FAILURES)).isEqualTo("\"7\"");
            assertThat(at(61, FAILURES)).isEqualTo("\"7\"");
            assertThat(at(61, LENGTH)).isEqualTo("\"16\"");
        });
    }

    @Test
    void theEarlierMayBeSaidAfterTheLater() {
        undone(() -> {
            put(60, LENGTH, "16");
            put(30, FAILURES, "7");

            assertThat(at(61, FAILURES)).isEqualTo("\"7\"");
            assertThat(at(61, LENGTH)).isEqualTo("\"16\"");
        });
    }

    @Test
    void aChangeOfTodayOutlastsOneThatLayAhead() {
        undone(() -> {
            put(30, LENGTH, "16");
            put(0, FAILURES, "7");

            assertThat(desk.require("sign_in").values()).containsEntry(FAILURES, "7");
            assertThat(at(31, FAILURES)).isEqualTo("\"7\"");
            assertThat(at(31, LENGTH)).isEqualTo("\"16\"");
            assertThat(desk.history("sign_in").getFirst().save().values()).containsOnlyKeys(FAILURES);
        });
    }

    @Test
    void whatDoesNotStandWithAChangeThatLiesAheadIsRefused() {
        undone(() -> {
            put(30, LONGEST_LOCK, "10");

            assertThatThrownBy(() -> put(0, LOCK, "20")).isInstanceOf(Refusal.class);
        });
    }

    private void put(int days, String key, String value) {
        Optional<Instant> from = days == 0 ? Optional.empty() : Optional.of(day(days));
        desk.put(Actors.system(), "sign_in", new Wish(Map.of(key, value), from, "because"), OptionalLong.empty());
    }

    private String at(int days, String key) {
        return settings.at(key, day(days)).orElse("");
    }

    private Instant day(int days) {
        return clock.instant().plus(Duration.ofDays(days));
    }

    private void undone(Runnable story) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            story.run();
        });
    }
}
