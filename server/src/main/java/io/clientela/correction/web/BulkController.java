package io.clientela.correction.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientela.correction.BulkChanges;
import io.clientela.correction.Trouble;
import io.clientela.correction.Trouble.Stage;
import io.clientela.correction.web.BulkViews.BulkView;
import io.clientela.correction.web.BulkViews.KindView;
import io.clientela.correction.web.BulkViews.TroubleView;
import io.clientela.customer.Selections.Preview;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import io.clientela.platform.Needs;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
@RequestMapping("/api/v1/bulk-changes")
class BulkController {

    private static final int MOST = 200;

    private final BulkChanges bulks;
    private final BulkViews views;

    BulkController(BulkChanges bulks, BulkViews views) {
        this.bulks = bulks;
        this.views = views;
    }

    /** Has it checked what a change of many customers would do; nothing is changed yet. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Needs(Functions.CUSTOMERS_CHANGE)
    @Operation(
            summary = "Checks a change of many customers",
            description =
                    "Which ones: numbers, or query for all hits of a list, fixed when the check begins. What: for each field an "
                            + "action set, clear, add or remove (the last two for fields of several choices). Changes nothing; "
                            + "PUT execution does when state is ready.")
    BulkView check(@RequestBody @Valid BulkBody body, Actor actor) {
        return views.of(bulks.check(body.wish(), actor), actor);
    }

    /** One's own, the newest first. */
    @GetMapping
    @Needs(Functions.CUSTOMERS_CHANGE)
    BulkList recent(Actor actor) {
        return new BulkList(
                bulks.recent(actor).stream().map(bulk -> views.of(bulk, actor)).toList());
    }

    @GetMapping("/{id}")
    @Needs(Functions.CUSTOMERS_CHANGE)
    BulkView one(@PathVariable long id, Actor actor) {
        return views.of(bulks.find(id, actor), actor);
    }

    /** The first customers that would change, before and after; none once it has begun. */
    @GetMapping("/{id}/preview")
    @Needs(Functions.CUSTOMERS_CHANGE)
    PreviewList preview(@PathVariable long id, Actor actor) {
        return new PreviewList(bulks.preview(id, actor));
    }

    /** Why customers would be refused ({@code check}), were refused ({@code run}) or were left as they are ({@code undo}). */
    @GetMapping("/{id}/reasons")
    @Needs(Functions.CUSTOMERS_CHANGE)
    KindList reasons(@PathVariable long id, @RequestParam(defaultValue = "run") String stage, Actor actor) {
        return new KindList(bulks.kinds(id, stage(stage), actor).stream()
                .map(kind -> views.of(kind, actor))
                .toList());
    }

    /** The customers themselves, in order. */
    @GetMapping("/{id}/troubles")
    @Needs(Functions.CUSTOMERS_CHANGE)
    TroubleList troubles(
            @PathVariable long id,
            @RequestParam(defaultValue = "run") String stage,
            @RequestParam(defaultValue = "0") long cursor,
            @RequestParam(defaultValue = "50") int limit,
            Actor actor) {
        int wanted = Math.clamp(limit, 1, MOST);
        List<Trouble> found = bulks.troubles(id, stage(stage), cursor, wanted, actor);
        return new TroubleList(
                found.stream().map(trouble -> views.of(trouble, actor)).toList(),
                found.size() < wanted ? null : found.getLast().position());
    }

    @PutMapping("/{id}/execution")
    @Needs(Functions.CUSTOMERS_CHANGE)
    BulkView start(@PathVariable long id, Actor actor) {
        return views.of(bulks.start(id, actor), actor);
    }

    @PutMapping("/{id}/cancellation")
    @Needs(Functions.CUSTOMERS_CHANGE)
    BulkView cancel(@PathVariable long id, Actor actor) {
        return views.of(bulks.cancel(id, actor), actor);
    }

    /** Takes back what was done; what somebody has said since stays. */
    @PostMapping("/{id}/undo")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Functions.CUSTOMERS_CHANGE)
    BulkView undo(@PathVariable long id, @RequestBody @Valid UndoBody body, Actor actor) {
        return views.of(bulks.undo(id, body.reason(), actor), actor);
    }

    private static Stage stage(String text) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new Refusal(CommonError.BAD_REQUEST));
    }

    record UndoBody(@NotNull String reason) {}

    record BulkList(List<BulkView> items) {}

    record PreviewList(List<Preview> items) {}

    record KindList(List<KindView> items) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TroubleList(List<TroubleView> items, @Nullable Long next) {}
}
