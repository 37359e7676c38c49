package io.clientela.exchange.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.clientela.exchange.ImportWish;
import io.clientela.exchange.Imports;
import io.clientela.exchange.Mending;
import io.clientela.exchange.Recognised;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.platform.Needs;
import io.swagger.v3.oas.annotations.media.Schema;
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
    private final Mending mending;
    private final ImportViews views;

    ImportController(Imports imports, Mending mending, ImportViews views) {
        this.imports = imports;
        this.mending = mending;
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
        return imports.recognise(body.wish(new ImportWish.Choice.Fitting()), actor);
    }

    /** The last runs, the newest first; {@code state} and {@code by} (id of a user) narrow them. */
    @GetMapping
    @Needs(Functions.CUSTOMERS_IMPORT)
    RunList recent(
            @RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "0") long by, Actor actor) {
        return new RunList(views.listed(imports.recent(state, by, actor), actor));
    }

    @GetMapping("/{id}")
    @Needs(Functions.CUSTOMERS_IMPORT)
    RunView one(@PathVariable long id, Actor actor) {
        return views.of(imports.find(id, actor), actor);
    }

    /** Rows of a run: {@code kind} refused, warning or first; {@code field} and {@code code} narrow to one finding. */
    @GetMapping("/{id}/rows")
    @Needs(Functions.CUSTOMERS_IMPORT)
    RowsView rows(
            @PathVariable long id,
            @RequestParam(defaultValue = "refused") String kind,
            @RequestParam(defaultValue = "") String field,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "0") long cursor,
            @RequestParam(defaultValue = "50") int limit,
            Actor actor) {
        return views.rows(id, kind, field, code, cursor, limit, actor);
    }

    /** How many rows of a run are refused or warned about for which reason. */
    @GetMapping("/{id}/findings")
    @Needs(Functions.CUSTOMERS_IMPORT)
    FindingsView findings(@PathVariable long id, Actor actor) {
        return views.findings(id, actor);
    }

    /** Owners the rows of a run name who are no users, and on how many rows each; nothing for whoever didn't hand the file over. */
    @GetMapping("/{id}/unknown-owners")
    @Needs(Functions.CUSTOMERS_IMPORT)
    UnknownOwnersView unknownOwners(@PathVariable long id, Actor actor) {
        return views.unknownOwners(id, actor);
    }

    /**
     * Corrects cells of rows of a run that has ended and reads them again: the whole file of a check, of an import a new run of
     * these rows only, which is answered.
     */
    @PostMapping("/{id}/mendings")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Functions.CUSTOMERS_IMPORT)
    RunView mend(@PathVariable long id, @RequestBody MendBody body, Actor actor) {
        return views.of(mending.mend(id, body.rows(), actor), actor);
    }

    /** The refused rows as the same sheet, with row, field, code and reason before the original columns. */
    @GetMapping("/{id}/refused.csv")
    @Needs(Functions.CUSTOMERS_IMPORT)
    void refused(@PathVariable long id, Actor actor, HttpServletResponse response) throws IOException {
        views.refused(id, false, actor, response);
    }

    /** The same as a workbook. */
    @GetMapping("/{id}/refused.xlsx")
    @Needs(Functions.CUSTOMERS_IMPORT)
    void refusedWorkbook(@PathVariable long id, Actor actor, HttpServletResponse response) throws IOException {
        views.refused(id, true, actor, response);
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

    /** {@code rows}: new texts by column index, for data rows of the file. */
    record MendBody(
            @Schema(example = "[{\"row\": 2, \"cells\": {\"1\": \"\"}}]")
            @JsonSetter(contentNulls = Nulls.FAIL)
            @Nullable
            List<Mending.Corrected> rows) {
        @Override
        public List<Mending.Corrected> rows() {
            return Optional.ofNullable(rows).orElse(List.of());
        }
    }

    record RunList(List<RunView> items) {}

    /**
     * {@code mapping}: path by column index, null or empty leaves a column out. {@code template} is the id of a kept mapping, 0 for
     * none; where it is absent {@code templateName} counts, and a file that is only looked at is read with the one for its headings.
     */
    record ImportBody(
            long upload,
            @Schema(example = "individual") @Nullable String type,
            @Schema(example = "insert") @Nullable String mode,
            @Nullable String key,
            @Schema(example = "dmy") @Nullable String dates,
            @Schema(example = "ES") @Nullable String country,
            @Schema(example = "{}") @Nullable Map<Integer, @Nullable String> mapping,
            @Schema(example = "0") @Nullable Long template,
            @Nullable String templateName,
            @Nullable Boolean dryRun) {

        ImportWish wish() {
            return wish(new ImportWish.Choice.None());
        }

        private ImportWish.Choice choice(ImportWish.Choice otherwise) {
            if (template != null) {
                return template == 0 ? new ImportWish.Choice.None() : new ImportWish.Choice.One(template);
            }
            return templateName == null || templateName.isBlank()
                    ? otherwise
                    : new ImportWish.Choice.Named(templateName);
        }

        ImportWish wish(ImportWish.Choice otherwise) {
            Map<Integer, String> paths = new HashMap<>();
            if (mapping != null) {
                mapping.forEach((index, path) ->
                        paths.put(index, Optional.ofNullable(path).orElse("")));
            }
            return new ImportWish(
                    upload,
                    Optional.ofNullable(type).orElse(""),
                    Optional.ofNullable(mode).orElse(""),
                    Optional.ofNullable(key).orElse(""),
                    Optional.ofNullable(dates).orElse(""),
                    Optional.ofNullable(country).orElse(""),
                    paths,
                    choice(otherwise),
                    Optional.ofNullable(dryRun).orElse(false));
        }
    }
}
