package io.clientela.fields.web;

import io.clientela.fields.ChoiceSource;
import io.clientela.fields.FieldCatalogue;
import io.clientela.fields.web.CodeItemsView.Question;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.kit.fields.CodeList;
import io.clientela.platform.SignedIn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/code-lists/{key}")
class CodeListController {
    private static final int MOST = 5_000;

    private final FieldCatalogue catalogue;
    private final ObjectProvider<ChoiceSource> sources;

    CodeListController(FieldCatalogue catalogue, ObjectProvider<ChoiceSource> sources) {
        this.catalogue = catalogue;
        this.sources = sources;
    }

    /** Choices as they are offered; with {@code retired} also those that aren't any more, by which one can still filter. */
    @GetMapping
    @SignedIn
    CodeItemsView items(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String parent,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1000") int limit,
            @RequestParam(defaultValue = "false") boolean retired,
            Actor actor) {
        int most = Math.clamp(limit, 1, MOST);
        Optional<ChoiceSource> kept = sources.orderedStream()
                .filter(source -> source.key().equals(key))
                .findFirst();
        if (kept.isPresent()) {
            return CodeItemsView.flat(kept.get().find(actor, q, most), actor.language());
        }
        CodeList list = catalogue.codeLists().find(key).orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
        return CodeItemsView.of(
                list,
                catalogue.regions(),
                new Question(Optional.ofNullable(parent), q, most, retired),
                actor.language());
    }
}
