package io.clientela.matching.web;

import io.clientela.customer.ComparedFiles;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import io.clientela.matching.Decisions;
import io.clientela.matching.Decisions.Decision;
import io.clientela.matching.Queue;
import io.clientela.matching.Sorted;
import io.clientela.matching.Verdict.Word;
import io.clientela.platform.Needs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/duplicates")
class DuplicateController {

    private static final int MOST = 50;
    private static final int FARTHEST = 10_000;

    private final Queue queue;
    private final Decisions decisions;

    DuplicateController(Queue queue, Decisions decisions) {
        this.queue = queue;
        this.decisions = decisions;
    }

    /** Customers likely to be one, two or several beside each other, the surest first; those proposed to merge with {@code state=proposed}. */
    @GetMapping
    @Needs(Functions.MATCHING_REVIEW)
    Queue.Page queue(
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(defaultValue = "0") int skip,
            @RequestParam(defaultValue = "10") int limit,
            Actor actor) {
        if (!List.of("open", "proposed").contains(state) || (type != null && !ComparedFiles.RECORDS.contains(type))) {
            throw new Refusal(CommonError.BAD_REQUEST);
        }
        return queue.page(
                new Queue.Question(Optional.ofNullable(type), state.equals("proposed")),
                Math.clamp(skip, 0, FARTHEST),
                Math.clamp(limit, 1, MOST),
                actor);
    }

    /** Says of pairs that they are the same, different, or to be looked at later; all of it is kept or nothing. */
    @PostMapping("/verdicts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Functions.MATCHING_REVIEW)
    @Operation(
            summary = "Says of pairs of customers whether they are the same",
            description =
                    "What was called different isn't asked again unless something else is found than then. A pair called "
                            + "the same stands as a proposal until somebody who may merges the two.")
    void say(@RequestBody @Valid Verdicts body, Actor actor) {
        decisions.say(body.items().stream().map(VerdictBody::decision).toList(), actor);
    }

    /** Says of several customers beside each other which of them are one, which aren't, and which are looked at later. */
    @PostMapping("/groups/verdicts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Functions.MATCHING_REVIEW)
    @Operation(
            summary = "Says of several customers which of them are the same",
            description =
                    "Every two of `same` are the same, and none of `different` is one of them; without `same` no two of "
                            + "`different` are the same. What follows for the pairs is kept as a whole or not at all.")
    void sayOfSeveral(@RequestBody @Valid SortedBody body, Actor actor) {
        decisions.say(body.sorted(), actor);
    }

    /** Takes back what was said of several customers, which are then asked about again. */
    @DeleteMapping("/groups/verdicts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Functions.MATCHING_REVIEW)
    void retractOfSeveral(
            @Parameter(description = "Their numbers, with commas between") @RequestParam("of") List<String> numbers,
            Actor actor) {
        if (numbers.size() < 2 || numbers.size() > Sorted.MOST) {
            throw new Refusal(CommonError.BAD_REQUEST);
        }
        decisions.retract(numbers, actor);
    }

    /** Takes back what was said of a pair, which is then asked about again. */
    @DeleteMapping("/verdicts/{one}/{other}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Functions.MATCHING_REVIEW)
    void retract(@PathVariable String one, @PathVariable String other, Actor actor) {
        decisions.retract(List.of(one, other), actor);
    }

    record Verdicts(@NotNull @Size(min = 1, max = 100) List<@Valid @NotNull VerdictBody> items) {}

    record SortedBody(
            @Schema(example = "[\"C20260101001\", \"C20260101002\"]") @Nullable @Size(max = Sorted.MOST)
            List<@NotBlank String> same,

            @Schema(example = "[\"C20260101003\"]") @Nullable @Size(max = Sorted.MOST)
            List<@NotBlank String> different,

            @Nullable @Size(max = Sorted.MOST) List<@NotBlank String> later,

            @Nullable @Size(max = 1_000) String reason) {

        Sorted sorted() {
            return new Sorted(
                    some(same),
                    some(different),
                    some(later),
                    Optional.ofNullable(reason).orElse(""));
        }

        private static List<String> some(@Nullable List<String> numbers) {
            return numbers == null ? List.of() : numbers;
        }
    }

    record VerdictBody(
            @Schema(example = "C20260101001") @NotBlank String one,
            @Schema(example = "C20260101002") @NotBlank String other,

            @Schema(
                    example = "different",
                    allowableValues = {"same", "maybe", "different"})
            @NotBlank
            String verdict,

            @Nullable @Size(max = 1_000) String reason) {

        Decision decision() {
            return new Decision(one, other, word(), Optional.ofNullable(reason).orElse(""));
        }

        private Word word() {
            return Arrays.stream(Word.values())
                    .filter(word -> word.text().equals(verdict))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(CommonError.BAD_REQUEST));
        }
    }
}
