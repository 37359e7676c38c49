package io.clientela.exchange.web;

import io.clientela.exchange.ImportWish;
import io.clientela.exchange.Imports;
import io.clientela.exchange.Recognised;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.platform.Needs;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/imports")
class ImportController {

    private final Imports imports;
    private final ImportViews views;

    ImportController(Imports imports, ImportViews views) {
        this.imports = imports;
        this.views = views;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Functions.CUSTOMERS_IMPORT)
    RunView start(@RequestBody ImportBody body, Actor actor) {
        return views.of(imports.start(body.wish(), actor), actor);
    }

    /** What a file seems to be, before any run. */
    @PostMapping("/recognition")
    @Needs(Functions.CUSTOMERS_IMPORT)
    Recognised recognise(@RequestBody ImportBody body, Actor actor) {
        return imports.recognise(body.wish(), actor);
    }

    @GetMapping
    @Needs(Functions.CUSTOMERS_IMPORT)
    RunList recent(Actor actor) {
        return new RunList(imports.recent(actor).stream()
                .map(run -> views.listed(run, actor))
                .toList());
    }

    @GetMapping("/{id}")
    @Needs(Functions.CUSTOMERS_IMPORT)
    RunView one(@PathVariable long id, Actor actor) {
        return views.of(imports.find(id, actor), actor);
    }

    @GetMapping("/{id}/rows")
    @Needs(Functions.CUSTOMERS_IMPORT)
    RowsView rows(
            @PathVariable long id,
            @RequestParam(defaultValue = "refused") String kind,
            @RequestParam(defaultValue = "0") long cursor,
            @RequestParam(defaultValue = "50") int limit,
            Actor actor) {
        return views.rows(id, kind, cursor, limit, actor);
    }

    /** The refused rows as the same sheet, with row, field, code and reason before the original columns. */
    @GetMapping("/{id}/refused.csv")
    @Needs(Functions.CUSTOMERS_IMPORT)
    void refused(@PathVariable long id, Actor actor, HttpServletResponse response) throws IOException {
        views.refused(id, actor, response);
    }

    @PutMapping("/{id}/pause")
    @Needs(Functions.CUSTOMERS_IMPORT)
    RunView pause(@PathVariable long id, Actor actor) {
        return views.of(imports.pause(id, actor), actor);
    }

    @PutMapping("/{id}/resumption")
    @Needs(Functions.CUSTOMERS_IMPORT)
    RunView resume(@PathVariable long id, Actor actor) {
        return views.of(imports.resume(id, actor), actor);
    }

    @PutMapping("/{id}/cancellation")
    @Needs(Functions.CUSTOMERS_IMPORT)
    RunView cancel(@PathVariable long id, Actor actor) {
        return views.of(imports.cancel(id, actor), actor);
    }

    record RunList(List<RunView> items) {}

    /** {@code mapping}: path by column index, null or empty leaves a column out. */
    record ImportBody(
            long upload,
            @Nullable String type,
            @Nullable String mode,
            @Nullable String key,
            @Nullable String dates,
            @Nullable Map<Integer, @Nullable String> mapping,
            @Nullable Boolean dryRun) {

        ImportWish wish() {
            Map<Integer, String> paths = new HashMap<>();
            if (mapping != null) {
                mapping.forEach((index, path) ->
                        paths.put(index, Optional.ofNullable(path).orElse("")));
            }
            return new ImportWish(
                    upload,
                    Optional.ofNullable(type).orElse(""),
                    Optional.ofNullable(mode).filter(m -> !m.isEmpty()).orElse("insert"),
                    Optional.ofNullable(key).orElse(""),
                    Optional.ofNullable(dates).orElse(""),
                    paths,
                    Optional.ofNullable(dryRun).orElse(false));
        }
    }
}
