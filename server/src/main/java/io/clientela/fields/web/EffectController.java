package io.clientela.fields.web;

import io.clientela.fields.CatalogueEditing;
import io.clientela.fields.CatalogueEditing.Effects;
import io.clientela.fields.spi.FieldUse.Effect;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.platform.Messages;
import io.clientela.platform.Needs;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/catalogue/effects")
class EffectController {

    private final CatalogueEditing editing;
    private final Messages messages;

    EffectController(CatalogueEditing editing, Messages messages) {
        this.editing = editing;
        this.messages = messages;
    }

    /** What adding or changing a field would touch, and why it would be refused; changes nothing. */
    @PostMapping
    @Needs(Functions.CATALOGUE_MANAGE)
    EffectsView effects(@RequestBody FieldBody body, Actor actor) {
        Effects effects = editing.effects(body.field(), body.rights());
        String language = actor.language();
        return new EffectsView(
                Stream.concat(
                                effects.touched().stream(),
                                effects.hiddenFor() > 0
                                        ? Stream.of(new Effect("hidden", effects.hiddenFor(), false))
                                        : Stream.of())
                        .map(effect -> view(effect, language))
                        .toList(),
                effects.problems().stream()
                        .map(problem -> view(problem, language))
                        .toList());
    }

    private EffectView view(Effect effect, String language) {
        String text = messages.text(
                "effect." + effect.code(),
                language,
                Map.of(
                        "count",
                        NumberFormat.getIntegerInstance(Locale.forLanguageTag(language))
                                        .format(effect.count())
                                + (effect.more() ? "+" : "")));
        return new EffectView(effect.code(), effect.count(), effect.more(), text);
    }

    private ProblemView view(FieldProblem problem, String language) {
        return new ProblemView(
                problem.field(),
                problem.code(),
                messages.text("fault." + problem.code() + ".cause", language, problem.details()),
                messages.text("fault." + problem.code() + ".remedy", language, problem.details()));
    }

    record EffectsView(List<EffectView> effects, List<ProblemView> problems) {}

    /** @param more whether there are more than were counted */
    record EffectView(String code, long count, boolean more, String text) {}

    record ProblemView(String field, String code, String message, String remedy) {}
}
