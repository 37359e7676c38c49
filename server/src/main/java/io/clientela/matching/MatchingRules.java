package io.clientela.matching;

import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.match.Thresholds;
import io.clientela.platform.Governed;
import io.clientela.platform.SettingGroup;
import io.clientela.platform.SettingValues;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** From when on two customers are the same, and whether that alone merges them, or a person is asked. Probabilities are set in thousandths. */
@Component
class MatchingRules implements SettingGroup {

    static final String SAME = "matching.same";
    static final String ASK = "matching.ask";
    static final String AUTOMATIC = "matching.automatic";

    static final String ON = "on";

    private static final double WHOLE = 1_000;
    private static final int MOST = 999;

    private final ObjectProvider<SettingValues> values;

    MatchingRules(ObjectProvider<SettingValues> values) {
        this.values = values;
    }

    /** Those in force now. */
    Thresholds thresholds() {
        SettingValues now = values.getObject();
        double ask = now.number(ASK) / WHOLE;
        return new Thresholds(Math.max(ask, now.number(SAME) / WHOLE), ask);
    }

    /** Whether customers that are the same are merged without anybody looking. */
    boolean automatic() {
        return ON.equals(values.getObject().text(AUTOMATIC));
    }

    @Override
    public String key() {
        return "matching";
    }

    @Override
    public List<Governed> settings() {
        return List.of(
                Governed.number(SAME, Math.round(Thresholds.USUAL.same() * WHOLE), 500, MOST),
                Governed.number(ASK, Math.round(Thresholds.USUAL.ask() * WHOLE), 50, MOST),
                Governed.choice(AUTOMATIC, "off", List.of("off", ON)));
    }

    @Override
    public void check(Map<String, String> wanted, List<Map<String, String>> states) {
        if (Long.parseLong(wanted.getOrDefault(ASK, "0")) > Long.parseLong(wanted.getOrDefault(SAME, "0"))) {
            throw new Refusal(
                    CommonError.INVALID_VALUES,
                    Map.of(),
                    List.of(new FieldProblem(ASK, "matching_ask_above_same", Map.of())));
        }
    }
}
