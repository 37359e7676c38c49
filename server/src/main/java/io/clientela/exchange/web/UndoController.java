package io.clientela.exchange.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientela.access.People;
import io.clientela.exchange.Undo;
import io.clientela.exchange.Undos;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.platform.Needs;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/imports/{id}/undo")
class UndoController {

    private static final int MOST = 200;

    private final Undos undos;
    private final People people;

    UndoController(Undos undos, People people) {
        this.undos = undos;
        this.people = people;
    }

    /** Takes an import back. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Functions.CUSTOMERS_IMPORT)
    UndoView start(@PathVariable long id, @RequestBody @Valid UndoBody body, Actor actor) {
        return view(undos.start(id, body.reason(), actor));
    }

    /** Nothing (204) while nobody has asked to take the import back. */
    @GetMapping
    @Needs(Functions.CUSTOMERS_IMPORT)
    ResponseEntity<UndoView> one(@PathVariable long id, Actor actor) {
        return undos.of(id, actor)
                .map(undo -> ResponseEntity.ok(view(undo)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    /** Files that stayed as they are because somebody has touched them since. */
    @GetMapping("/kept")
    @Needs(Functions.CUSTOMERS_IMPORT)
    KeptList kept(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Actor actor) {
        int wanted = Math.clamp(limit, 1, MOST);
        List<Undo.Kept> found = undos.kept(id, cursor, wanted, actor);
        return new KeptList(
                found, found.size() < wanted ? null : found.getLast().number());
    }

    private UndoView view(Undo undo) {
        return new UndoView(
                undo.state().name().toLowerCase(Locale.ROOT),
                undo.reason(),
                people.displayName(undo.startedBy()),
                undo.startedAt(),
                undo.finishedAt().orElse(null),
                undo.total(),
                undo.afterRow(),
                undo.withdrawn(),
                undo.reverted(),
                undo.kept(),
                undo.errorCode().orElse(null));
    }

    record UndoBody(@NotNull String reason) {}

    record KeptList(List<Undo.Kept> items, @Nullable String next) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UndoView(
            String state,
            String reason,
            String startedBy,
            Instant startedAt,
            @Nullable Instant finishedAt,
            long rows,
            long processed,
            long withdrawn,
            long reverted,
            long kept,
            @Nullable String error) {}
}
