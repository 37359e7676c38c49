package io.clientela.customer;

import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import io.clientela.platform.Governed;
import io.clientela.platform.Messages;
import io.clientela.platform.SettingGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The rules of survivorship as settings: criteria in their order, sources in theirs, and fields for which another order holds. */
@Component
class SurvivorshipSettings implements SettingGroup {

    /** Before the type of a field, for which a line speaks as a whole. */
    static final String TYPE = "type:";

    private static final List<String> CRITERIA = Arrays.stream(SurvivorshipRules.Criterion.values())
            .map(criterion -> criterion.name().toLowerCase(Locale.ROOT))
            .toList();

    private static final List<String> SOURCES = List.of("page", "api", "import", "bulk");

    private final FieldCatalogue fields;
    private final SurvivorshipEffects effects;
    private final Resettling resettling;
    private final Messages messages;

    SurvivorshipSettings(FieldCatalogue fields, SurvivorshipEffects effects, Resettling resettling, Messages messages) {
        this.fields = fields;
        this.effects = effects;
        this.resettling = resettling;
        this.messages = messages;
    }

    @Override
    public String key() {
        return "survivorship";
    }

    @Override
    public List<Governed> settings() {
        return List.of(
                Governed.list(SurvivorshipInForce.CRITERIA, CRITERIA),
                Governed.list(SurvivorshipInForce.TRUST, SurvivorshipRules.SHIPPED.trust()),
                Governed.list(SurvivorshipInForce.FIELDS, List.of()));
    }

    @Override
    public List<String> offered(Governed setting) {
        return switch (setting.key()) {
            case SurvivorshipInForce.CRITERIA -> CRITERIA;
            case SurvivorshipInForce.TRUST -> SOURCES;
            default -> subjects();
        };
    }

    /** Types first, then every field of a customer that has one value. */
    private List<String> subjects() {
        List<Field> all = single().toList();
        return Stream.concat(
                        all.stream().map(field -> typeOf(field.type())).distinct(),
                        all.stream().map(Field::key).distinct())
                .toList();
    }

    private Stream<Field> single() {
        Catalogue catalogue = fields.catalogue();
        return Stream.of(Catalogue.INDIVIDUAL, Catalogue.ENTERPRISE)
                .flatMap(record -> catalogue.fields(record).stream())
                .filter(field -> field.type() != FieldType.LIST && field.type() != FieldType.CARD)
                .filter(field -> !field.key().equals(Claiming.OWNER));
    }

    static String typeOf(FieldType type) {
        return TYPE + type.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void check(Map<String, String> wanted, List<Map<String, String>> states) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!isGood(SurvivorshipInForce.codes(wanted.getOrDefault(SurvivorshipInForce.CRITERIA, "")), CRITERIA)) {
            problems.add(wrong(SurvivorshipInForce.CRITERIA));
        }
        if (!isGood(SurvivorshipInForce.codes(wanted.getOrDefault(SurvivorshipInForce.TRUST, "")), SOURCES)) {
            problems.add(wrong(SurvivorshipInForce.TRUST));
        }
        List<List<String>> lines =
                SurvivorshipInForce.codes(wanted.getOrDefault(SurvivorshipInForce.FIELDS, "")).stream()
                        .map(SurvivorshipInForce::line)
                        .toList();
        boolean good = isGood(lines.stream().map(List::getFirst).toList(), subjects())
                && lines.stream().allMatch(line -> line.size() > 1 && isGood(line.subList(1, line.size()), CRITERIA));
        if (!good) {
            problems.add(wrong(SurvivorshipInForce.FIELDS));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(CommonError.INVALID_VALUES, Map.of(), problems);
        }
    }

    private static boolean isGood(List<String> said, List<String> known) {
        return new HashSet<>(said).size() == said.size() && known.containsAll(said);
    }

    private static FieldProblem wrong(String key) {
        return new FieldProblem(key, "setting_survivorship", Map.of());
    }

    @Override
    public Optional<String> shown(Governed setting, String value, String language) {
        String text = SurvivorshipInForce.codes(value).stream()
                .map(code -> setting.key().equals(SurvivorshipInForce.FIELDS)
                        ? line(SurvivorshipInForce.line(code), language)
                        : word(code, language))
                .collect(Collectors.joining(messages.text("setting.survivorship.between", language, Map.of())));
        return Optional.of(text);
    }

    private String line(List<String> line, String language) {
        String subject = effects.name(line.getFirst(), language);
        return line.size() == 1
                ? subject
                : subject + " ("
                        + line.subList(1, line.size()).stream()
                                .map(code -> word(code, language))
                                .collect(Collectors.joining(" > "))
                        + ")";
    }

    private String word(String code, String language) {
        // What the setting itself is called is another thing.
        String text = code.equals("trust") ? "trust_more" : code;
        return messages.text("setting.survivorship." + text, language, Map.of());
    }

    @Override
    public List<Effect> effects(Map<String, String> now, Map<String, String> wanted, String language) {
        return effects.of(SurvivorshipInForce.of(now), SurvivorshipInForce.of(wanted), language);
    }

    /** What lies ahead is looked for by the hour. */
    @Override
    public void changed(Map<String, String> values, boolean atOnce) {
        if (atOnce) {
            resettling.start();
        }
    }
}
