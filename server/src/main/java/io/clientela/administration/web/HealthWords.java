package io.clientela.administration.web;

import io.clientela.administration.web.HealthController.SignView;
import io.clientela.platform.HealthSign;
import io.clientela.platform.Messages;
import io.clientela.platform.Organisation;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Words signs of health in the reader's language, with sizes and times as people write them. */
@Component
class HealthWords {

    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB"};
    private static final int STEP = 1_024;

    private final Messages messages;
    private final Organisation organisation;

    HealthWords(Messages messages, Organisation organisation) {
        this.messages = messages;
        this.organisation = organisation;
    }

    SignView of(HealthSign sign, String language) {
        Map<String, String> facts = new HashMap<>();
        sign.facts().forEach((name, value) -> facts.put(name, text(name, value, language)));
        String found = "health." + sign.key() + "." + sign.finding();
        String remedy = found + ".remedy";
        return new SignView(
                sign.key(),
                sign.level().name().toLowerCase(Locale.ROOT),
                messages.text("health." + sign.key(), language, Map.of()),
                messages.text(found, language, facts),
                messages.has(remedy, language) ? messages.text(remedy, language, facts) : "");
    }

    private String text(String name, String value, String language) {
        if (name.endsWith("Bytes")) {
            return size(Long.parseLong(value), language);
        }
        if (name.endsWith("At")) {
            // With its zone, which needn't be the reader's.
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.LONG)
                    .withLocale(Locale.forLanguageTag(language))
                    .withZone(organisation.zone())
                    .format(Instant.parse(value));
        }
        return value;
    }

    private static String size(long bytes, String language) {
        double amount = bytes;
        int unit = 0;
        while (amount >= STEP && unit < UNITS.length - 1) {
            amount /= STEP;
            unit++;
        }
        NumberFormat format = NumberFormat.getInstance(Locale.forLanguageTag(language));
        format.setMaximumFractionDigits(amount < 10 && unit > 0 ? 1 : 0);
        return format.format(amount) + " " + UNITS[unit];
    }
}
