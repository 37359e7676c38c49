package io.clientela.fields.web;

import io.clientela.fields.CatalogueEditing;
import io.clientela.fields.web.EditorView.FieldView;
import io.clientela.fields.web.FieldBody.SightBody;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.platform.Needs;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue for those who edit it. */
@RestController
@RequestMapping("/api/v1/catalogue/fields")
class FieldController {

    private final CatalogueEditing editing;
    private final EditorViews views;

    FieldController(CatalogueEditing editing, EditorViews views) {
        this.editing = editing;
        this.views = views;
    }

    /** Every field there is, retired ones too, with all its texts and what a new one may be. */
    @GetMapping
    @Needs(Functions.CATALOGUE_MANAGE)
    EditorView all(Actor actor) {
        return views.whole(actor.language());
    }

    /** Adds a field, and in the same step what roles see of it, for which managing access is needed as well. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Functions.CATALOGUE_MANAGE)
    FieldView add(@RequestBody FieldBody body, Actor actor) {
        return views.field(editing.add(body.field(), body.rights(), actor), actor.language());
    }

    /** Changes a field, held against {@code If-Match}; what it is called for ever stays. */
    @PutMapping("/{record}/{key}")
    @Needs(Functions.CATALOGUE_MANAGE)
    FieldView change(
            @PathVariable String record,
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version,
            @RequestBody FieldBody body,
            Actor actor) {
        return views.field(editing.change(body.field(record, key), Given.version(version), actor), actor.language());
    }

    @PutMapping("/{record}/{key}/retirement")
    @Needs(Functions.CATALOGUE_MANAGE)
    FieldView retire(
            @PathVariable String record,
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version,
            Actor actor) {
        return views.field(editing.retire(record, key, Given.version(version), actor), actor.language());
    }

    @DeleteMapping("/{record}/{key}/retirement")
    @Needs(Functions.CATALOGUE_MANAGE)
    FieldView reinstate(
            @PathVariable String record,
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version,
            Actor actor) {
        return views.field(editing.reinstate(record, key, Given.version(version), actor), actor.language());
    }

    /** Says for this one field what each of some roles sees of it. */
    @PutMapping("/{record}/{key}/sights")
    @Needs(Functions.ACCESS_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void show(@PathVariable String record, @PathVariable String key, @RequestBody SightsBody body, Actor actor) {
        editing.show(record, key, FieldBody.rights(body.sights()), actor);
    }

    record SightsBody(@Nullable List<@Nullable SightBody> sights) {}
}
