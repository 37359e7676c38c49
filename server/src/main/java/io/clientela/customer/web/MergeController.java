package io.clientela.customer.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.clientela.customer.CustomerNumber;
import io.clientela.customer.MergePreview;
import io.clientela.customer.MergeWish;
import io.clientela.customer.Merges;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.UnmergePreview;
import io.clientela.customer.UnmergeWish;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import io.clientela.platform.Needs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
@RequestMapping("/api/v1/customers/{number}")
class MergeController {

    private static final String PICK = "pick.";

    private final Merges merges;

    MergeController(Merges merges) {
        this.merges = merges;
    }

    @GetMapping("/merges/preview")
    @Needs(Functions.CUSTOMERS_MERGE)
    @Operation(
            summary = "What this customer and others would be as one",
            description =
                    "Changes nothing. with names the others, with commas between; head the number that is to stand for all, the "
                            + "oldest by default; pick.KEY=NUMBER takes that file's value of a field, seen or not. Each field comes "
                            + "with the value that would stand, whose it is and by which rule; versions are the ones to send.")
    MergePreview preview(
            @PathVariable String number,
            @RequestParam("with") String with,
            @RequestParam(defaultValue = "") String head,
            @RequestParam Map<String, String> all,
            Actor actor) {
        Map<String, String> picks = new HashMap<>();
        all.forEach((key, value) -> {
            if (key.startsWith(PICK)) {
                picks.put(key.substring(PICK.length()), value);
            }
        });
        List<Part> parts = new ArrayList<>();
        Arrays.stream(with.split(",", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .forEach(one -> parts.add(new Part(one, null)));
        return merges.preview(wish(number, OptionalLong.empty(), parts, head, picks, "", actor), actor);
    }

    @PostMapping("/merges")
    @Needs(Functions.CUSTOMERS_MERGE)
    @Operation(
            summary = "Makes this customer and others one",
            description =
                    "By a link that can be taken away again at any time: every file keeps its own entries, and every number goes on "
                            + "opening the customer. If-Match and the versions of the others make sure that nothing has changed "
                            + "since the preview; refused with stale_version, which names the number.")
    ResponseEntity<MergedView> merge(
            @PathVariable String number,
            @RequestHeader(name = "If-Match", defaultValue = "") String version,
            @RequestBody @Valid MergeBody body,
            Actor actor) {
        MergedView view = MergedView.of(merges.merge(
                wish(
                        number,
                        CustomerEntry.version(version),
                        body.with(),
                        Optional.ofNullable(body.head()).orElse(""),
                        Optional.ofNullable(body.picks()).orElse(Map.of()),
                        Optional.ofNullable(body.reason()).orElse(""),
                        actor),
                actor));
        return ResponseEntity.ok().eTag(Long.toString(view.version())).body(view);
    }

    @GetMapping("/unmerges/preview")
    @Needs(Functions.CUSTOMERS_MERGE)
    @Operation(
            summary = "What the sides would be if this number were a customer of its own again",
            description =
                    "Changes nothing. Each side with what it would say otherwise than the customer does now, and the entries made "
                            + "since the link, which may be moved to the other side; move=NUMBER:ENTRY, several times, shows it moved.")
    UnmergePreview previewUnmerge(
            @PathVariable String number, @RequestParam(defaultValue = "") List<String> move, Actor actor) {
        List<Move> moves = move.stream().map(Move::of).toList();
        return merges.previewUnmerge(unwish(number, OptionalLong.empty(), moves, "", actor), actor);
    }

    @PostMapping("/unmerges")
    @Needs(Functions.CUSTOMERS_MERGE)
    @Operation(
            summary = "Makes this number a customer of its own again",
            description =
                    "Takes away the link that ties it to its head; what was linked to it before stays with it. Both sides are what "
                            + "their own entries say, after the moves. If-Match is the version of the linked customer.")
    UnmergedView unmerge(
            @PathVariable String number,
            @RequestHeader(name = "If-Match", defaultValue = "") String version,
            @RequestBody @Valid UnmergeBody body,
            Actor actor) {
        return UnmergedView.of(merges.unmerge(
                unwish(
                        number,
                        CustomerEntry.version(version),
                        Optional.ofNullable(body.moves()).orElse(List.of()),
                        Optional.ofNullable(body.reason()).orElse(""),
                        actor),
                actor));
    }

    private static MergeWish wish(
            String number,
            OptionalLong version,
            List<Part> with,
            String head,
            Map<String, String> picks,
            String reason,
            Actor actor) {
        List<MergeWish.Part> parts = new ArrayList<>(List.of(new MergeWish.Part(new CustomerNumber(number), version)));
        Set<String> named = new LinkedHashSet<>(List.of(number));
        for (Part part : with) {
            if (named.add(part.number())) {
                parts.add(new MergeWish.Part(
                        new CustomerNumber(part.number()),
                        part.version() == null ? OptionalLong.empty() : OptionalLong.of(part.version())));
            }
        }
        Map<String, CustomerNumber> picked = new HashMap<>();
        picks.forEach((key, from) -> picked.put(key, new CustomerNumber(from)));
        return new MergeWish(
                parts, head.isEmpty() ? null : new CustomerNumber(head), picked, reason, how(reason, actor));
    }

    private static UnmergeWish unwish(
            String number, OptionalLong version, List<Move> moves, String reason, Actor actor) {
        return new UnmergeWish(
                new CustomerNumber(number),
                version,
                moves.stream()
                        .map(move -> new UnmergeWish.Move(new CustomerNumber(move.from()), move.entry()))
                        .toList(),
                reason,
                how(reason, actor));
    }

    private static Circumstances how(String reason, Actor actor) {
        return Circumstances.of(actor.channel()).because(reason);
    }

    /** Another file, and the version one has looked at. */
    record Part(
            @Schema(example = "C20260510002") @NotNull String number,
            @Nullable Long version) {}

    record MergeBody(
            @NotEmpty @JsonSetter(contentNulls = Nulls.FAIL) List<@Valid Part> with,
            @Schema(example = "C20260510001") @Nullable String head,

            @Schema(example = "{\"mobile\": \"C20260510002\"}") @JsonSetter(contentNulls = Nulls.FAIL) @Nullable
            Map<String, String> picks,

            @Nullable String reason) {}

    /** An entry of a file, by its number there. */
    record Move(
            @Schema(example = "C20260510001") @NotNull String from,
            @Schema(example = "4") int entry) {

        static Move of(String text) {
            int colon = text.lastIndexOf(':');
            String entry = text.substring(colon + 1);
            if (colon < 1 || !entry.matches("\\d{1,9}")) {
                throw new Refusal(CommonError.BAD_REQUEST);
            }
            return new Move(text.substring(0, colon), Integer.parseInt(entry));
        }
    }

    record UnmergeBody(
            @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<@Valid Move> moves,
            @Nullable String reason) {}
}
