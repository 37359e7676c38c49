package io.clientela.customer;

import io.clientela.customer.Survivorship.Golden;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import io.clientela.platform.Messages;
import io.clientela.platform.SettingGroup.Effect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What other rules of survivorship would mean: how many merged customers would show something else, and in which fields. */
@Component
class SurvivorshipEffects {

    /** Each is opened and put together twice, so not all are while somebody waits. */
    static final int LOOKED_AT = 200;

    private static final int PORTION = 50;
    private static final int NAMED = 8;

    private final HeadStore heads;
    private final Groups groups;
    private final Settling settling;
    private final FieldCatalogue fields;
    private final Messages messages;

    SurvivorshipEffects(HeadStore heads, Groups groups, Settling settling, FieldCatalogue fields, Messages messages) {
        this.heads = heads;
        this.groups = groups;
        this.settling = settling;
        this.fields = fields;
        this.messages = messages;
    }

    List<Effect> of(SurvivorshipRules now, SurvivorshipRules wanted, String language) {
        if (now.equals(wanted)) {
            return List.of();
        }
        Count count = new Count();
        long after = 0;
        List<Long> some = heads.merged(after, PORTION);
        while (!some.isEmpty() && count.looked < LOOKED_AT) {
            groups.of(groups.find(some)).values().stream()
                    .filter(group -> group.members().size() > 1)
                    .forEach(group -> count.add(differing(group, now, wanted)));
            after = some.getLast();
            some = heads.merged(after, PORTION);
        }
        return worded(count, language);
    }

    private List<String> differing(Group group, SurvivorshipRules now, SurvivorshipRules wanted) {
        Function<SurvivorshipRules, Golden> golden = settling.golden(group);
        Golden one = golden.apply(now);
        Golden other = golden.apply(wanted);
        return fields.catalogue().fields(group.head().record()).stream()
                .filter(field -> field.type() != FieldType.LIST)
                .map(Field::key)
                .filter(key -> !one.state().value(key).equals(other.state().value(key)))
                .toList();
    }

    private List<Effect> worded(Count count, String language) {
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect(
                "survivorship",
                Map.of(
                        "changed",
                        Integer.toString(count.changed),
                        "looked",
                        Integer.toString(count.looked),
                        "all",
                        Long.toString(heads.countMerged()))));
        count.fields.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(NAMED)
                .forEach(field -> effects.add(new Effect(
                        "survivorship_field",
                        Map.of("field", name(field.getKey(), language), "count", Integer.toString(field.getValue())))));
        if (count.fields.size() > NAMED) {
            effects.add(
                    new Effect("survivorship_more", Map.of("count", Integer.toString(count.fields.size() - NAMED))));
        }
        return effects;
    }

    /** What a field, or a type of field, is called. */
    String name(String subject, String language) {
        if (subject.startsWith(SurvivorshipSettings.TYPE)) {
            return messages.text(
                    "setting.survivorship.type." + subject.substring(SurvivorshipSettings.TYPE.length()),
                    language,
                    Map.of());
        }
        Catalogue catalogue = fields.catalogue();
        return Stream.of(Catalogue.INDIVIDUAL, Catalogue.ENTERPRISE)
                .flatMap(record -> catalogue.fields(record).stream())
                .filter(field -> field.key().equals(subject))
                .map(field -> field.label().in(language))
                .findFirst()
                .orElse(subject);
    }

    private static final class Count {
        private int looked;
        private int changed;
        private final Map<String, Integer> fields = new HashMap<>();

        void add(List<String> differing) {
            looked++;
            changed += differing.isEmpty() ? 0 : 1;
            differing.forEach(key -> fields.merge(key, 1, Integer::sum));
        }
    }
}
