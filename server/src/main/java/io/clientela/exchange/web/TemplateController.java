package io.clientela.exchange.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientela.access.People;
import io.clientela.exchange.Imports;
import io.clientela.exchange.Template;
import io.clientela.exchange.Templates;
import io.clientela.exchange.web.ImportController.ImportBody;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import io.clientela.platform.Needs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/import-templates")
class TemplateController {

    private final Templates templates;
    private final Imports imports;
    private final People people;

    TemplateController(Templates templates, Imports imports, People people) {
        this.templates = templates;
        this.imports = imports;
        this.people = people;
    }

    /** The organisation's kept mappings by name. */
    @GetMapping
    @Needs(Functions.CUSTOMERS_IMPORT)
    TemplateList all(Actor actor) {
        return new TemplateList(
                templates.all().stream().map(each -> view(each, actor)).toList());
    }

    /** Keeps how a file is read, columns and options, under a name. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Functions.CUSTOMERS_IMPORT)
    TemplateView keep(@RequestBody KeepBody body, Actor actor) {
        ImportBody order = Optional.ofNullable(body.order()).orElseThrow(() -> new Refusal(CommonError.BAD_REQUEST));
        return view(imports.keep(name(body.name()), order.wish(), actor), actor);
    }

    /** Gives a kept mapping another name. */
    @PutMapping("/{id}/name")
    @Needs(Functions.CUSTOMERS_IMPORT)
    TemplateView rename(@PathVariable long id, @RequestBody NameBody body, Actor actor) {
        return view(templates.rename(id, name(body.name()), actor), actor);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Functions.CUSTOMERS_IMPORT)
    void drop(@PathVariable long id, Actor actor) {
        templates.drop(id, actor);
    }

    private static String name(@Nullable String name) {
        return Optional.ofNullable(name).orElse("");
    }

    private TemplateView view(Template template, Actor actor) {
        return new TemplateView(
                template.id(),
                template.name(),
                template.record(),
                template.mode(),
                template.key(),
                template.dates(),
                template.country(),
                template.columns().stream()
                        .map(column -> new ColumnView(column.heading(), column.path()))
                        .toList(),
                people.displayName(template.madeBy()),
                template.madeAt(),
                template.usedAt().orElse(null),
                templates.changeable(template, actor));
    }

    record KeepBody(@Nullable String name, @Nullable ImportBody order) {}

    record NameBody(@Nullable String name) {}

    record TemplateList(List<TemplateView> items) {}

    /** {@code field} is empty where the column is left out. */
    record ColumnView(String heading, String field) {}

    /** A kept mapping; {@code changeable} for who may rename and delete it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TemplateView(
            long id,
            String name,
            String type,
            String mode,
            String key,
            String dates,
            String country,
            List<ColumnView> columns,
            String madeBy,
            Instant madeAt,
            @Nullable Instant usedAt,
            boolean changeable) {}
}
