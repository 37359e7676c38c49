package io.clientela.customer;

import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.fields.CodeItem;
import io.clientela.platform.Governed;
import io.clientela.platform.SettingGroup;
import io.clientela.platform.SettingValues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The rules of stages as settings: stages in their order, what entering one asks for, and single moves apart from that. */
@Component
class StageSettings implements SettingGroup {

    static final String ORDER = "lifecycle.order";
    static final String BACK = "lifecycle.back";
    static final String REASON = "lifecycle.reason";
    static final String DAY = "lifecycle.day";
    static final String GUARDED = "lifecycle.guarded";
    static final String REASON_MOVES = "lifecycle.reason_moves";
    static final String FORBIDDEN = "lifecycle.forbidden";

    private static final String WITH_REASON = "reason";
    private static final Set<String> OF_MOVES = Set.of(REASON_MOVES, FORBIDDEN);

    private final ObjectProvider<SettingValues> values;
    private final FieldCatalogue fields;
    private final StageEffects effects;

    StageSettings(ObjectProvider<SettingValues> values, FieldCatalogue fields, StageEffects effects) {
        this.values = values;
        this.fields = fields;
        this.effects = effects;
    }

    /** What is in force now. */
    StageRules now() {
        SettingValues now = values.getObject();
        return rules(settings().stream().collect(Collectors.toMap(Governed::key, each -> now.text(each.key()))));
    }

    private static StageRules rules(Map<String, String> said) {
        return new StageRules(
                codes(said, ORDER),
                WITH_REASON.equals(said.get(BACK)),
                Set.copyOf(codes(said, REASON)),
                Set.copyOf(codes(said, REASON_MOVES)),
                Set.copyOf(codes(said, DAY)),
                Set.copyOf(codes(said, FORBIDDEN)),
                Set.copyOf(codes(said, GUARDED)));
    }

    private static List<String> codes(Map<String, String> said, String key) {
        String text = said.getOrDefault(key, "");
        return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
    }

    @Override
    public String key() {
        return "lifecycle";
    }

    @Override
    public List<Governed> settings() {
        StageRules shipped = StageRules.SHIPPED;
        return List.of(
                Governed.list(ORDER, shipped.order()),
                Governed.choice(BACK, WITH_REASON, List.of(WITH_REASON, "free")),
                Governed.list(REASON, inOrder(shipped.reasonFor())),
                Governed.list(DAY, inOrder(shipped.dated())),
                Governed.list(GUARDED, List.of()),
                Governed.list(REASON_MOVES, List.of()),
                Governed.list(FORBIDDEN, List.of()));
    }

    private static List<String> inOrder(Set<String> stages) {
        return StageRules.SHIPPED.order().stream().filter(stages::contains).toList();
    }

    /** Moves are made of two of these. */
    @Override
    public List<String> offered(Governed setting) {
        return setting.form() == Governed.Form.LIST ? stages() : setting.choices();
    }

    private List<String> stages() {
        return fields.codeLists().items(Lifecycle.STAGE).stream()
                .map(CodeItem::code)
                .toList();
    }

    @Override
    public void check(Map<String, String> wanted, List<Map<String, String>> states) {
        Set<String> known = new HashSet<>(stages());
        List<FieldProblem> problems = new ArrayList<>();
        for (Governed setting : settings()) {
            if (setting.form() == Governed.Form.LIST && !isGood(setting.key(), codes(wanted, setting.key()), known)) {
                problems.add(new FieldProblem(setting.key(), "setting_stages", Map.of()));
            }
        }
        if (!problems.isEmpty()) {
            throw new Refusal(CommonError.INVALID_VALUES, Map.of(), problems);
        }
    }

    private static boolean isGood(String key, List<String> said, Set<String> known) {
        return new HashSet<>(said).size() == said.size()
                && said.stream().allMatch(code -> OF_MOVES.contains(key) ? isMove(code, known) : known.contains(code));
    }

    /** Either side may be empty, for no stage. */
    private static boolean isMove(String move, Set<String> known) {
        String[] ends = move.split(">", -1);
        return ends.length == 2
                && !ends[0].equals(ends[1])
                && (ends[0].isEmpty() || known.contains(ends[0]))
                && (ends[1].isEmpty() || known.contains(ends[1]));
    }

    @Override
    public Optional<String> shown(Governed setting, String value, String language) {
        if (setting.form() != Governed.Form.LIST) {
            return Optional.empty();
        }
        return Optional.of(List.of(value.split(",", -1)).stream()
                .map(code -> effects.name(code, language))
                .collect(effects.listed(language)));
    }

    @Override
    public List<Effect> effects(Map<String, String> now, Map<String, String> wanted, String language) {
        return effects.of(rules(now), rules(wanted), language);
    }
}
