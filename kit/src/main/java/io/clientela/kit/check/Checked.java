package io.clientela.kit.check;

import java.util.List;

/** What a rule says of one raw value: its canonical form, or why it is refused. */
public sealed interface Checked {

    /** The value is good; {@code value} is its canonical form, hints are remarks that refuse nothing. */
    record Ok(String value, List<Problem> hints) implements Checked {
        public Ok {
            hints = List.copyOf(hints);
        }
    }

    /** The value is there but wrong. */
    record Refused(Problem problem) implements Checked {}

    static Checked ok(String value) {
        return new Ok(value, List.of());
    }

    static Checked refused(Fault fault, String... details) {
        return new Refused(Problem.of(fault, details));
    }
}
