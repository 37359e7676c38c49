package io.clientela.customer;

import io.clientela.fields.FieldCatalogue;
import io.clientela.kit.fields.CodeItem;
import io.clientela.kit.fields.CodeList;
import io.clientela.platform.Messages;
import io.clientela.platform.SettingGroup.Effect;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What other rules of stages would mean: which moves they touch, and how often these were made of late. */
@Component
class StageEffects {

    /** As the texts say. */
    private static final Duration LOOKED_BACK = Duration.ofDays(90);

    private static final int NAMED = 6;

    private final FieldCatalogue fields;
    private final PeriodStore periods;
    private final Messages messages;
    private final Clock clock;

    StageEffects(FieldCatalogue fields, PeriodStore periods, Messages messages, Clock clock) {
        this.fields = fields;
        this.periods = periods;
        this.messages = messages;
        this.clock = clock;
    }

    /** A move between two stages, of which either may be empty for none. */
    record Move(String from, String to) {}

    /** One thing rules say of a move. */
    private record Aspect(String text, BiPredicate<StageRules, Move> says) {}

    private static final List<Aspect> ASPECTS = List.of(
            new Aspect("stage_reason", (rules, move) -> rules.needsReason(move.from(), move.to())),
            new Aspect("stage_day", (rules, move) -> rules.needsDay(move.to())),
            new Aspect("stage_guarded", (rules, move) -> rules.guards(move.to())),
            new Aspect("stage_forbidden", (rules, move) -> !rules.allows(move.from(), move.to())));

    List<Effect> of(StageRules now, StageRules wanted, String language) {
        List<Move> all = moves();
        List<Effect> effects = new ArrayList<>();
        for (Aspect aspect : ASPECTS) {
            List<Move> begins = where(all, wanted, now, aspect);
            List<Move> ends = where(all, now, wanted, aspect);
            if (!begins.isEmpty()) {
                effects.add(effect(aspect.text() + "_begins", begins, language));
            }
            if (!ends.isEmpty()) {
                effects.add(effect(aspect.text() + "_ends", ends, language));
            }
        }
        return effects;
    }

    private static List<Move> where(List<Move> all, StageRules says, StageRules saysNot, Aspect aspect) {
        return all.stream()
                .filter(move -> aspect.says().test(says, move) && !aspect.says().test(saysNot, move))
                .toList();
    }

    private Effect effect(String text, List<Move> moves, String language) {
        Map<Move, Long> made = periods.stagesEntered(
                moves.stream().map(Move::to).distinct().toList(),
                clock.instant().minus(LOOKED_BACK));
        long count =
                moves.stream().mapToLong(move -> made.getOrDefault(move, 0L)).sum();
        return new Effect(text, Map.of("moves", worded(moves, language), "made", Long.toString(count)));
    }

    /** Where all ways into a stage are meant, it says so and doesn't count them up. */
    private String worded(List<Move> moves, String language) {
        List<String> stages = stages();
        Map<String, List<Move>> byStage = moves.stream().collect(Collectors.groupingBy(Move::to));
        List<String> words = stages.stream()
                .filter(byStage::containsKey)
                .flatMap(stage -> {
                    List<Move> into = byStage.getOrDefault(stage, List.of());
                    return into.size() >= stages.size() - 1
                            ? Stream.of(name(">" + stage, language)
                                    .substring(name("", language).length())
                                    .strip())
                            : into.stream().map(move -> name(move.from() + ">" + move.to(), language));
                })
                .toList();
        Stream<String> first = words.stream().limit(NAMED);
        return (words.size() > NAMED ? Stream.concat(first, Stream.of("…")) : first).collect(listed(language));
    }

    private List<Move> moves() {
        List<String> stages = stages();
        return stages.stream()
                .flatMap(from -> stages.stream().filter(to -> !to.equals(from)).map(to -> new Move(from, to)))
                .toList();
    }

    /** Every stage, and none. */
    private List<String> stages() {
        return Stream.concat(
                        Stream.of(""),
                        fields.codeLists().items(Lifecycle.STAGE).stream().map(CodeItem::code))
                .toList();
    }

    /** What a stage, or a move between two, is called. */
    String name(String code, String language) {
        int at = code.indexOf('>');
        if (at >= 0) {
            return name(code.substring(0, at), language) + " → " + name(code.substring(at + 1), language);
        }
        return code.isEmpty()
                ? messages.text("setting.lifecycle.none", language, Map.of())
                : fields.codeLists()
                        .find(Lifecycle.STAGE)
                        .flatMap((CodeList list) -> list.item(code))
                        .map(item -> item.label().in(language))
                        .orElse(code);
    }

    Collector<CharSequence, ?, String> listed(String language) {
        return Collectors.joining(messages.text("setting.between", language, Map.of()));
    }
}
