package io.clientela.administration.web;

import io.clientela.access.People;
import io.clientela.administration.SettingsDesk.Met;
import io.clientela.administration.SettingsDesk.Save;
import io.clientela.administration.SettingsDesk.State;
import io.clientela.administration.web.SettingGroupView.ChoiceView;
import io.clientela.administration.web.SettingGroupView.SaveView;
import io.clientela.administration.web.SettingGroupView.SettingView;
import io.clientela.administration.web.SettingsController.EffectList;
import io.clientela.administration.web.SettingsController.SaveList;
import io.clientela.kernel.Actor;
import io.clientela.platform.Governed;
import io.clientela.platform.Messages;
import io.clientela.platform.SettingGroup;
import io.clientela.platform.SettingGroup.Effect;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Words settings in the reader's language. */
@Component
class SettingViews {

    private static final String COUNTRIES = "organisation.country";

    private final Messages messages;
    private final People people;

    SettingViews(Messages messages, People people) {
        this.messages = messages;
        this.people = people;
    }

    SettingGroupView of(State state, boolean changeable, Actor actor) {
        String language = actor.language();
        SettingGroup group = state.group();
        List<Governed> settings = group.settings();
        return new SettingGroupView(
                group.key(),
                words(group.key(), language),
                words(group.key() + ".explained", language),
                state.version(),
                changeable,
                settings.stream()
                        .map(setting -> view(
                                group, setting, state.values().getOrDefault(setting.key(), setting.usual()), language))
                        .toList(),
                state.last()
                        .map(save -> save(save, Optional.empty(), group, language))
                        .orElse(null),
                state.ahead().stream()
                        .map(met -> save(met.save(), Optional.of(met.before()), group, language))
                        .toList());
    }

    /** Each change with what it made of what it met. */
    SaveList history(State state, List<Met> saves, Actor actor) {
        return new SaveList(saves.stream()
                .map(met -> save(met.save(), Optional.of(met.before()), state.group(), actor.language()))
                .toList());
    }

    /** What a change would mean, in words. */
    EffectList effects(List<Effect> effects, Actor actor) {
        return new EffectList(effects.stream()
                .map(effect -> messages.text("setting.effect." + effect.text(), actor.language(), effect.arguments()))
                .toList());
    }

    private SaveView save(Save save, Optional<Map<String, String>> before, SettingGroup group, String language) {
        List<String> changed = group.settings().stream()
                .filter(setting -> before.isPresent() && differs(setting, save.values(), before.get()))
                .map(setting -> messages.text(
                        "setting.became",
                        language,
                        Map.of(
                                "setting",
                                words(setting.key(), language),
                                "from",
                                shown(
                                        group,
                                        setting,
                                        before.orElseThrow().getOrDefault(setting.key(), setting.usual()),
                                        language),
                                "to",
                                shown(
                                        group,
                                        setting,
                                        save.values().getOrDefault(setting.key(), setting.usual()),
                                        language))))
                .toList();
        return new SaveView(
                save.id(),
                people.displayName(save.by()),
                save.at(),
                save.from(),
                save.reason(),
                save.values(),
                changed);
    }

    /** A change speaks of some settings only; the others are as they were. */
    private static boolean differs(Governed setting, Map<String, String> said, Map<String, String> before) {
        String was = before.getOrDefault(setting.key(), setting.usual());
        return !said.getOrDefault(setting.key(), was).equals(was);
    }

    private SettingView view(SettingGroup group, Governed setting, String value, String language) {
        return new SettingView(
                setting.key(),
                words(setting.key(), language),
                words(setting.key() + ".explained", language),
                setting.form().name().toLowerCase(Locale.ROOT),
                value,
                setting.usual(),
                setting.least(),
                setting.most(),
                group.offered(setting).stream()
                        .map(choice -> new ChoiceView(choice, shown(group, setting, choice, language)))
                        .toList());
    }

    private String shown(SettingGroup group, Governed setting, String value, String language) {
        if (value.isEmpty()) {
            return "–";
        }
        Optional<String> known = group.shown(setting, value, language);
        if (known.isPresent()) {
            return known.get();
        }
        String key = "setting." + setting.key() + "." + value;
        if (messages.has(key, language)) {
            return messages.text(key, language, Map.of());
        }
        return COUNTRIES.equals(setting.key())
                ? new Locale.Builder().setRegion(value).build().getDisplayCountry(Locale.forLanguageTag(language))
                : value;
    }

    private String words(String key, String language) {
        return messages.text("setting." + key, language, Map.of());
    }
}
