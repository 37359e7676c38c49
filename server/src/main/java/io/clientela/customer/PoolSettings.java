package io.clientela.customer;

import io.clientela.platform.Governed;
import io.clientela.platform.Organisation;
import io.clientela.platform.SettingGroup;
import io.clientela.platform.SettingValues;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The limits of the pool as settings; a narrower one takes nothing away from whoever holds more. */
@Component
class PoolSettings implements SettingGroup {

    static final String MOST = "pool.most";
    static final String PER_DAY = "pool.per_day";
    static final String COOLING = "pool.cooling_days";
    static final String UNKNOWN = "pool.unknown_owner";

    private final ObjectProvider<SettingValues> values;
    private final ClaimStore claims;
    private final Organisation organisation;
    private final Clock clock;

    PoolSettings(ObjectProvider<SettingValues> values, ClaimStore claims, Organisation organisation, Clock clock) {
        this.values = values;
        this.claims = claims;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** What is in force now. */
    PoolRules now() {
        SettingValues now = values.getObject();
        return new PoolRules(
                (int) now.number(MOST), (int) now.number(PER_DAY), (int) now.number(COOLING), now.text(UNKNOWN));
    }

    @Override
    public String key() {
        return "pool";
    }

    @Override
    public List<Governed> settings() {
        PoolRules shipped = PoolRules.SHIPPED;
        return List.of(
                Governed.number(MOST, shipped.most(), 1, 100_000),
                Governed.number(PER_DAY, shipped.perDay(), 1, 10_000),
                Governed.number(COOLING, shipped.coolingDays(), 0, 3_650),
                Governed.choice(UNKNOWN, shipped.unknownOwner(), List.of(PoolRules.IMPORTER, PoolRules.POOL)));
    }

    @Override
    public List<Effect> effects(Map<String, String> now, Map<String, String> wanted, String language) {
        List<Effect> effects = new ArrayList<>();
        if (changes(MOST, now, wanted)) {
            effects.add(counted("pool_most", claims.holdersOf(number(MOST, wanted))));
        }
        if (changes(PER_DAY, now, wanted)) {
            effects.add(counted("pool_per_day", claims.takersOf(number(PER_DAY, wanted), startOfDay())));
        }
        if (changes(COOLING, now, wanted)) {
            Instant since = clock.instant().minus(Duration.ofDays(number(COOLING, wanted)));
            effects.add(counted("pool_cooling_days", claims.givenBackSince(since)));
        }
        return effects;
    }

    private Instant startOfDay() {
        return LocalDate.ofInstant(clock.instant(), organisation.zone())
                .atStartOfDay(organisation.zone())
                .toInstant();
    }

    private static boolean changes(String key, Map<String, String> now, Map<String, String> wanted) {
        return !Objects.equals(wanted.get(key), now.get(key));
    }

    private static int number(String key, Map<String, String> wanted) {
        return Integer.parseInt(wanted.getOrDefault(key, "0"));
    }

    private static Effect counted(String text, int count) {
        return new Effect(text, Map.of("count", Integer.toString(count)));
    }
}
