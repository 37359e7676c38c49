package io.clientela.matching;

import io.clientela.kit.match.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What was found between two customers, as codes and weights: never what they say. */
public record Findings(List<Finding> all) {

    private static final int DIGEST = 16;

    /** What somebody said of the two, which changes nothing of what they say themselves. */
    static final String RELATION = "relation";

    /** Assumed before anything is compared, so no evidence. */
    private static final String PRIOR = "prior";

    public Findings {
        all = List.copyOf(all);
    }

    static Findings of(List<Reason> reasons) {
        return new Findings(reasons.stream()
                .map(reason -> new Finding(reason.aspect(), reason.level(), reason.bits()))
                .toList());
    }

    static Findings read(String text) {
        return new Findings(Arrays.stream(text.split(" "))
                .filter(part -> !part.isEmpty())
                .map(Finding::read)
                .toList());
    }

    String text() {
        return all.stream().map(Finding::text).collect(Collectors.joining(" "));
    }

    /** The same findings have the same digest, whatever they weigh by now. */
    byte[] evidence() {
        String codes = all.stream()
                .filter(finding ->
                        !finding.aspect().equals(PRIOR) && !finding.aspect().equals(RELATION))
                .map(finding -> finding.aspect() + "." + finding.level())
                .sorted()
                .collect(Collectors.joining(" "));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(codes.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(hash, DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One finding; its text is {@code match.reason.<aspect>.<level>}. */
    public record Finding(String aspect, String level, double bits) {

        private static Finding read(String text) {
            int dot = text.indexOf('.');
            int weight = text.indexOf('=');
            return new Finding(
                    text.substring(0, dot),
                    text.substring(dot + 1, weight),
                    Double.parseDouble(text.substring(weight + 1)));
        }

        /** With two decimals; a formatter would take longer than all the rest of storing a pair. */
        String text() {
            long hundredths = Math.round(Math.abs(bits) * 100);
            String cents = Long.toString(100 + hundredths % 100).substring(1);
            return aspect + "." + level + (bits < 0 ? "=-" : "=") + hundredths / 100 + "." + cents;
        }
    }
}
