package io.clientela.customer;

import io.clientela.kernel.Refusal.FieldProblem;
import java.util.List;
import java.util.Map;

/**
 * A record after cleaning and checking.
 *
 * @param values canonical values of the submitted fields; {@link Value#NONE} clears
 * @param raw what was typed, for fields where it differs from what is stored
 * @param problems why it can't be taken; empty when it can
 * @param warnings what should be looked at
 */
record Cleaned(
        Map<String, Value> values, Map<String, String> raw, List<FieldProblem> problems, List<FieldProblem> warnings) {}
