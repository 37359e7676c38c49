package io.clientela.fields.web;

import io.clientela.fields.CodeListEditing;
import io.clientela.fields.CodeListEditing.Kept;
import io.clientela.fields.ListImport;
import io.clientela.fields.web.Given.TextsBody;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import io.clientela.kit.fields.CodeItem;
import io.clientela.kit.fields.CodeList;
import io.clientela.kit.fields.CodeLists;
import io.clientela.kit.fields.Texts;
import io.clientela.platform.Messages;
import io.clientela.platform.Needs;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The items of one code list for those who edit it; changes are held against the version of the list. */
@RestController
@RequestMapping("/api/v1/code-lists/{key}/items")
class CodeItemController {

    private final CodeListEditing editing;
    private final ListImport imports;
    private final Messages messages;

    CodeItemController(CodeListEditing editing, ListImport imports, Messages messages) {
        this.editing = editing;
        this.imports = imports;
        this.messages = messages;
    }

    /** Every item with all its texts, retired ones too. */
    @GetMapping
    @Needs(Functions.CATALOGUE_MANAGE)
    ItemsView all(@PathVariable String key) {
        return view(editing.find(key));
    }

    /** Adds an item or changes its names. */
    @PutMapping("/{code}")
    @Needs(Functions.CATALOGUE_MANAGE)
    ItemsView put(
            @PathVariable String key,
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version,
            @RequestBody ItemBody body,
            Actor actor) {
        CodeItem item = new CodeItem(
                Given.line(code), Given.line(body.parent()), Given.texts(body.label()), Given.lines(body.synonyms()));
        editing.put(key, item, Given.version(version), actor);
        return view(editing.find(key));
    }

    /** Takes away an item of the house's own that nothing uses. */
    @DeleteMapping("/{code}")
    @Needs(Functions.CATALOGUE_MANAGE)
    ItemsView remove(
            @PathVariable String key,
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version,
            Actor actor) {
        editing.remove(key, code, Given.version(version), actor);
        return view(editing.find(key));
    }

    @PutMapping("/{code}/retirement")
    @Needs(Functions.CATALOGUE_MANAGE)
    ItemsView retire(
            @PathVariable String key,
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version,
            Actor actor) {
        editing.retire(key, code, true, Given.version(version), actor);
        return view(editing.find(key));
    }

    @DeleteMapping("/{code}/retirement")
    @Needs(Functions.CATALOGUE_MANAGE)
    ItemsView reinstate(
            @PathVariable String key,
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version,
            Actor actor) {
        editing.retire(key, code, false, Given.version(version), actor);
        return view(editing.find(key));
    }

    /** How many values say an item. */
    @GetMapping("/{code}/uses")
    @Needs(Functions.CATALOGUE_MANAGE)
    UsesView uses(@PathVariable String key, @PathVariable String code) {
        CodeItem item = editing.find(key).list().item(code).orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
        return new UsesView(editing.holders(key, item.code()));
    }

    /** The body is a table, pasted or a file; without {@code apply} one only sees what each row would do. */
    @PostMapping
    @Needs(Functions.CATALOGUE_MANAGE)
    LinesView bringIn(
            @PathVariable String key,
            @RequestParam(defaultValue = "list.csv") String name,
            @RequestParam(defaultValue = "false") boolean apply,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version,
            HttpServletRequest request,
            Actor actor)
            throws IOException {
        byte[] table = request.getInputStream().readAllBytes();
        List<ListImport.Line> lines = apply
                ? imports.bringIn(key, name, table, Given.version(version), actor)
                : imports.preview(key, name, table);
        return new LinesView(
                lines.stream().map(line -> view(line, actor.language())).toList());
    }

    private ItemsView view(Kept kept) {
        Optional<CodeList> shipped = CodeLists.shipped().find(kept.list().key());
        return new ItemsView(
                kept.version(),
                kept.list().items().stream()
                        .map(item -> new ItemView(
                                item.code(),
                                item.parent(),
                                item.label(),
                                item.synonyms(),
                                item.retired(),
                                shipped.flatMap(list -> list.item(item.code())).isEmpty()))
                        .toList());
    }

    private LineView view(ListImport.Line line, String language) {
        return new LineView(
                line.row(),
                line.item().code(),
                line.item().label(),
                line.state(),
                line.problems().stream()
                        .map(problem ->
                                messages.text("fault." + problem.code() + ".cause", language, problem.details()))
                        .toList());
    }

    record ItemsView(long version, List<ItemView> items) {}

    /** @param own added by the house */
    record ItemView(String code, String parent, Texts label, List<String> synonyms, boolean retired, boolean own) {}

    record ItemBody(
            @Nullable String parent,
            @Nullable TextsBody label,
            @Nullable List<@Nullable String> synonyms) {}

    record UsesView(long count) {}

    record LinesView(List<LineView> lines) {}

    /** @param state {@code new}, {@code changed}, {@code same} or {@code refused} */
    record LineView(long row, String code, Texts label, String state, List<String> problems) {}
}
