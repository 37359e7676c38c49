package io.clientela.fields.web;

import io.clientela.fields.CodeListEditing;
import io.clientela.fields.CodeListEditing.Kept;
import io.clientela.fields.FieldCatalogue;
import io.clientela.fields.web.Given.TextsBody;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.kit.fields.CodeItem;
import io.clientela.kit.fields.CodeLists;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.Texts;
import io.clientela.platform.Messages;
import io.clientela.platform.Needs;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Code lists for those who edit them. */
@RestController
@RequestMapping("/api/v1/code-lists")
class CodeListsController {

    private final CodeListEditing editing;
    private final FieldCatalogue fields;
    private final Messages messages;

    CodeListsController(CodeListEditing editing, FieldCatalogue fields, Messages messages) {
        this.editing = editing;
        this.fields = fields;
        this.messages = messages;
    }

    @GetMapping
    @Needs(Functions.CATALOGUE_MANAGE)
    ListsView all(Actor actor) {
        return new ListsView(editing.all().stream()
                .map(kept -> view(kept, actor.language()))
                .sorted(Comparator.comparing(ListView::own).reversed().thenComparing(ListView::key))
                .toList());
    }

    /** Makes a list with its first items, all or nothing. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Functions.CATALOGUE_MANAGE)
    ListView create(@RequestBody NewList body, Actor actor) {
        String key = Given.line(body.key());
        editing.create(key, Given.texts(body.label()), body.first(), actor);
        return view(editing.find(key), actor.language());
    }

    /** Gives a list of the house's own another name, held against {@code If-Match}. */
    @PutMapping("/{key}/label")
    @Needs(Functions.CATALOGUE_MANAGE)
    ListView rename(
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version,
            @RequestBody ListName body,
            Actor actor) {
        editing.rename(key, Given.texts(body.label()), Given.version(version), actor);
        return view(editing.find(key), actor.language());
    }

    /** Puts the items of a list in order, held against {@code If-Match}. */
    @PutMapping("/{key}/order")
    @Needs(Functions.CATALOGUE_MANAGE)
    ListView order(
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version,
            @RequestBody OrderBody body,
            Actor actor) {
        editing.order(key, Given.lines(body.codes()), Given.version(version), actor);
        return view(editing.find(key), actor.language());
    }

    ListView view(Kept kept, String language) {
        String key = kept.list().key();
        return new ListView(
                key,
                kept.label()
                        .map(label -> label.in(language))
                        .orElseGet(() -> messages.text("list." + key, language, Map.of())),
                kept.label().orElse(null),
                kept.label().isPresent(),
                kept.list().open(),
                key.equals(CodeLists.REGION),
                kept.version(),
                kept.list().items().size(),
                (int) kept.list().items().stream().filter(CodeItem::retired).count(),
                fields.catalogue().fields().stream()
                        .filter(field -> field.codeList().equals(key) && !field.retired())
                        .map(Field::label)
                        .map(label -> label.in(language))
                        .distinct()
                        .toList());
    }

    record ListsView(List<ListView> items) {}

    /**
     * @param labels of a list of the house's own, in every language
     * @param open any text is a choice of its own
     * @param places its items nest by where they lie and aren't put in order
     * @param version 0 while a list of the product is as it came
     * @param fields which fields take their choices from it
     */
    record ListView(
            String key,
            String label,
            @Nullable Texts labels,
            boolean own,
            boolean open,
            boolean places,
            long version,
            int items,
            int retired,
            List<String> fields) {}

    record ListName(@Nullable TextsBody label) {}

    /** @param items in the order in which they are offered */
    record NewList(
            @Nullable String key,
            @Nullable TextsBody label,
            @Nullable List<@Nullable FirstItem> items) {

        List<CodeItem> first() {
            return items == null
                    ? List.of()
                    : items.stream().map(FirstItem::item).toList();
        }
    }

    record FirstItem(
            @Nullable String code,
            @Nullable String parent,
            @Nullable TextsBody label,
            @Nullable List<@Nullable String> synonyms) {

        static CodeItem item(@Nullable FirstItem given) {
            return given == null
                    ? new CodeItem("", "", Given.texts(null), List.of())
                    : new CodeItem(
                            Given.line(given.code()),
                            Given.line(given.parent()),
                            Given.texts(given.label()),
                            Given.lines(given.synonyms()));
        }
    }

    record OrderBody(@Nullable List<@Nullable String> codes) {}
}
