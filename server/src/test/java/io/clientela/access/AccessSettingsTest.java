package io.clientela.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AccessSettingsTest {

    @Test
    void everySettingHasItsDefaultAndItsKey() {
        assertThat(bound(Map.of())).isEqualTo(new AccessSettings("", Duration.ofHours(8), Duration.ofHours(24), 100));
        assertThat(bound(Map.of(
                        "clientela.access.root-department", "本部",
                        "clientela.access.session-idle", "30m",
                        "clientela.access.session-end", "12h",
                        "clientela.access.failures-per-origin", "7")))
                .isEqualTo(new AccessSettings("本部", Duration.ofMinutes(30), Duration.ofHours(12), 7));
    }

    @Test
    void administratorPasswordIsNeverShown() {
        assertThat(new AdminSettings("violet teapot").toString()).doesNotContain("violet");
    }

    private static AccessSettings bound(Map<String, String> given) {
        return new Binder(new MapConfigurationPropertySource(given))
                .bindOrCreate("clientela.access", AccessSettings.class);
    }
}
