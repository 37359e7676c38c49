package io.clientela.customer.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientela.access.People;
import io.clientela.customer.ListPage;
import io.clientela.customer.tagging.TagRule;
import io.clientela.customer.tagging.TagRule.Said;
import io.clientela.customer.tagging.TagRules;
import io.clientela.customer.tagging.TagRules.LastRun;
import io.clientela.customer.tagging.TagRules.Seen;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.kit.fields.Texts;
import io.clientela.platform.Json;
import io.clientela.platform.Needs;
import io.clientela.schedule.Job;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
import tools.jackson.databind.JsonNode;

/** Rules that set tags; writing one needs the right to administer the catalogue as well, and to read in clear all it asks for. */
@RestController
@RequestMapping("/api/v1/tag-rules")
class TagRuleController {

    private final TagRules rules;
    private final People people;
    private final FieldCatalogue fields;

    TagRuleController(TagRules rules, People people, FieldCatalogue fields) {
        this.rules = rules;
        this.people = people;
        this.fields = fields;
    }

    @GetMapping
    @Needs(Functions.TAGS_MANAGE)
    @Operation(
            summary = "The rules that set tags, and the last time all files were held against them",
            description = "A rule that asks for fields the reader doesn't see in clear comes without its conditions.")
    RuleList all(Actor actor) {
        return new RuleList(
                rules.all(actor).stream().map(rule -> view(rule, actor)).toList(),
                rules.lastRun().map(this::view).orElse(null));
    }

    @PostMapping
    @Needs(Functions.TAGS_MANAGE)
    ResponseEntity<RuleView> keep(@RequestBody @Valid RuleBody body, Actor actor) {
        RuleView kept = view(rules.keep(body.said(), body.isActive(), actor), actor);
        return ResponseEntity.created(URI.create("/api/v1/tag-rules/" + kept.id()))
                .eTag(Long.toString(kept.version()))
                .body(kept);
    }

    /** What a rule says and whether it is on; held against {@code If-Match} where given. */
    @PutMapping("/{id}")
    @Needs(Functions.TAGS_MANAGE)
    ResponseEntity<RuleView> change(
            @PathVariable long id,
            @RequestHeader(name = "If-Match", defaultValue = "") String version,
            @RequestBody @Valid RuleBody body,
            Actor actor) {
        RuleView kept =
                view(rules.change(id, body.said(), body.isActive(), CustomerEntry.version(version), actor), actor);
        return ResponseEntity.ok().eTag(Long.toString(kept.version())).body(kept);
    }

    @DeleteMapping("/{id}")
    @Needs(Functions.TAGS_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id, Actor actor) {
        rules.delete(id, actor);
    }

    /** How many customers conditions find, and the first of them, as far as the reader sees them; changes nothing. */
    @PostMapping("/previews")
    @Needs(Functions.TAGS_MANAGE)
    ListPage preview(@RequestBody @Valid PreviewBody body, Actor actor) {
        return rules.preview(text(body.type()), json(body.where()), actor);
    }

    /** Has all files held against all rules; a run that is at it already gives way. */
    @PostMapping("/runs")
    @Needs(Functions.TAGS_MANAGE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    RunView run(Actor actor) {
        rules.run(actor);
        return rules.lastRun().map(this::view).orElseThrow();
    }

    private RuleView view(Seen seen, Actor actor) {
        TagRule rule = seen.rule();
        Said said = rule.said();
        return new RuleView(
                rule.id(),
                said.label(),
                said.type(),
                said.where().isEmpty() ? null : Json.read(said.where(), JsonNode.class),
                said.tag(),
                fields.codeLists()
                        .find("tags")
                        .flatMap(list -> list.item(said.tag()))
                        .map(item -> item.label().in(actor.language()))
                        .orElse(said.tag()),
                rule.active(),
                seen.withheld(),
                seen.broken(),
                people.displayName(rule.changedBy()),
                rule.changedAt(),
                rule.version());
    }

    private RunView view(LastRun last) {
        return new RunView(
                last.run().id(),
                last.job().map(Job::id).orElse(0L),
                last.run().state().name().toLowerCase(Locale.ROOT),
                people.displayName(last.run().startedBy()),
                last.run().createdAt(),
                last.run().endedAt().orElse(null),
                last.run().processed(),
                last.run().total(),
                last.run().changed());
    }

    private static String text(@Nullable String given) {
        return Optional.ofNullable(given).orElse("").strip();
    }

    private static String json(@Nullable JsonNode where) {
        return where == null || where.isNull() ? "" : where.toString();
    }

    record LabelBody(
            @Schema(example = "老年客户") @Nullable String zh,
            @Schema(example = "Seniors") @Nullable String en,
            @Schema(example = "Mayores") @Nullable String es) {}

    record RuleBody(
            @NotNull @Valid LabelBody label,
            @Schema(example = "individual") @Nullable String type,

            @Schema(example = "{\"all\": [{\"field\": \"city\", \"op\": \"is\", \"value\": \"苏州\"}]}") @Nullable
            JsonNode where,

            @Schema(example = "本地客户") @Nullable String tag,
            @Nullable Boolean active) {

        Said said() {
            return new Said(
                    new Texts(text(label.zh()), text(label.en()), text(label.es())),
                    text(type),
                    json(where),
                    text(tag));
        }

        boolean isActive() {
            return !Boolean.FALSE.equals(active);
        }
    }

    record PreviewBody(
            @Schema(example = "individual") @Nullable String type,

            @Schema(example = "{\"all\": [{\"field\": \"city\", \"op\": \"is\", \"value\": \"苏州\"}]}") @Nullable
            JsonNode where) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RuleList(List<RuleView> items, @Nullable RunView lastRun) {}

    /**
     * A rule.
     *
     * @param withheld it asks for what the reader doesn't see in clear, so the conditions aren't told
     * @param broken a field it asks for can't be asked for any more; its tag stays where it is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RuleView(
            long id,
            Texts label,
            String type,
            @Nullable JsonNode where,
            String tag,
            String tagLabel,
            boolean active,
            boolean withheld,
            boolean broken,
            String changedBy,
            Instant changedAt,
            long version) {}

    /** All files held against all rules once; {@code changed} bear other tags since. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RunView(
            long id,
            long job,
            String state,
            String startedBy,
            Instant createdAt,
            @Nullable Instant endedAt,
            long processed,
            long total,
            long changed) {}
}
