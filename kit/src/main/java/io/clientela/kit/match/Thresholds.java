package io.clientela.kit.match;

/**
 * From which probability on two records are the same, and from which on a person is asked.
 *
 * @param same at least {@code ask}
 * @param ask above 0
 */
public record Thresholds(double same, double ask) {

    /** Of a thousand taken for the same at most one or two aren't; asked about is what is as likely as not. */
    public static final Thresholds USUAL = new Thresholds(0.99, 0.5);

    public Thresholds {
        if (!(ask > 0 && ask <= same && same < 1)) {
            throw new IllegalArgumentException("thresholds must be 0 < ask <= same < 1");
        }
    }

    public Outcome outcome(double probability) {
        if (probability >= same) {
            return Outcome.SAME;
        }
        return probability >= ask ? Outcome.ASK : Outcome.DIFFERENT;
    }
}
