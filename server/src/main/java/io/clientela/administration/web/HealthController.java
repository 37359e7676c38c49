package io.clientela.administration.web;

import io.clientela.administration.Health;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.platform.HealthSign;
import io.clientela.platform.Needs;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/health")
class HealthController {

    private final Health health;
    private final HealthWords words;

    HealthController(Health health, HealthWords words) {
        this.health = health;
        this.words = words;
    }

    /** How the installation is, in words; the bare answer for machines stays at {@code /health}. */
    @GetMapping
    @Needs(Functions.SETTINGS_MANAGE)
    HealthView look(Actor actor) {
        List<HealthSign> signs = health.signs();
        String level = signs.stream()
                .map(HealthSign::level)
                .max(Enum::compareTo)
                .orElse(HealthSign.Level.GOOD)
                .name();
        return new HealthView(
                level.toLowerCase(java.util.Locale.ROOT),
                signs.stream().map(sign -> words.of(sign, actor.language())).toList());
    }

    /** {@code level} is the worst of all: {@code good}, {@code attention} or {@code danger}. */
    record HealthView(String level, List<SignView> items) {}

    /** One sign; {@code remedy} is empty where nothing is to be done. */
    record SignView(String key, String level, String label, String text, String remedy) {}
}
