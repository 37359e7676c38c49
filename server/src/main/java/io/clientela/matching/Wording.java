package io.clientela.matching;

import io.clientela.matching.Findings.Finding;
import io.clientela.platform.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Findings in words. */
@Component
class Wording {

    private static final String PREFIX = "match.reason.";

    private final Messages messages;

    Wording(Messages messages) {
        this.messages = messages;
    }

    List<Reason> reasons(Findings findings, String language) {
        return findings.all().stream()
                .map(finding -> new Reason(
                        finding.aspect() + "." + finding.level(), text(finding, language), rounded(finding.bits())))
                .toList();
    }

    /** All in one line, each with its weight. */
    String sentence(Findings findings, String language) {
        return findings.all().stream()
                .map(finding -> text(finding, language) + String.format(Locale.ROOT, " (%+.1f)", finding.bits()))
                .collect(Collectors.joining("; "));
    }

    private String text(Finding finding, String language) {
        return messages.text(PREFIX + finding.aspect() + "." + finding.level(), language, Map.of());
    }

    private static double rounded(double bits) {
        return Math.round(bits * 10) / 10.0;
    }
}
