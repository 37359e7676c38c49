package io.clientela.customer.web;

import io.clientela.customer.ChangeUndo;
import io.clientela.customer.CustomerNumber;
import io.clientela.customer.FileHistory;
import io.clientela.customer.HistoryPage;
import io.clientela.customer.HistoryQuery;
import io.clientela.customer.UndoPreview;
import io.clientela.customer.web.CustomerEntry.TakenBackView;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.platform.Needs;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/customers/{number}/history")
class HistoryController {

    private final FileHistory history;
    private final ChangeUndo undo;
    private final CustomerEntry entry;

    HistoryController(FileHistory history, ChangeUndo undo, CustomerEntry entry) {
        this.history = history;
        this.undo = undo;
        this.entry = entry;
    }

    @GetMapping
    @Needs(Functions.CUSTOMERS_READ)
    @Operation(
            summary = "Who said what of a customer, when and why",
            description =
                    "The newest first, as differences; of a list item by item. Narrowed by field (and item of a list), "
                            + "by the person's id, or by channel; next goes on as cursor.")
    HistoryPage page(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String field,
            @RequestParam Optional<Long> item,
            @RequestParam Optional<Long> by,
            @RequestParam(defaultValue = "") String channel,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Actor actor) {
        return history.page(
                new CustomerNumber(number), new HistoryQuery(field, id(item), id(by), channel, cursor, limit), actor);
    }

    @GetMapping("/{entry}/undo")
    @Needs(Functions.CUSTOMERS_CHANGE)
    @Operation(
            summary = "What would become of the file if one entry were taken back",
            description =
                    "Changes nothing. Fields a later entry has set again stay as they are and are named, as are those the "
                            + "caller may not write; version is the one to send as If-Match.")
    UndoPreview preview(@PathVariable String number, @PathVariable("entry") int seq, Actor actor) {
        return undo.preview(new CustomerNumber(number), seq, actor);
    }

    @PostMapping("/{entry}/undo")
    @Needs(Functions.CUSTOMERS_CHANGE)
    @Operation(
            summary = "Takes one entry back",
            description =
                    "By a further entry through the write gate, under its rules; needs a reason. If-Match makes sure that "
                            + "nothing has changed since the preview, an Idempotency-Key that a repeated call counts once.")
    ResponseEntity<TakenBackView> takeBack(
            @PathVariable String number,
            @PathVariable("entry") int seq,
            @RequestHeader(name = "If-Match", defaultValue = "") String version,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
            @RequestBody @Valid Why body,
            Actor actor) {
        TakenBackView view = entry.takeBack(new CustomerNumber(number), seq, version, body.reason(), key, actor);
        return ResponseEntity.ok().eTag(Long.toString(view.file().version())).body(view);
    }

    private static OptionalLong id(Optional<Long> known) {
        return known.map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    record Why(@NotNull String reason) {}
}
