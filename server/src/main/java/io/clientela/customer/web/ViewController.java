package io.clientela.customer.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientela.access.People;
import io.clientela.customer.view.Taste;
import io.clientela.customer.view.View;
import io.clientela.customer.view.View.Circle;
import io.clientela.customer.view.View.Circle.Kind;
import io.clientela.customer.view.View.Column;
import io.clientela.customer.view.View.Shown;
import io.clientela.customer.view.Views;
import io.clientela.customer.view.Views.Seen;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import io.clientela.platform.Json;
import io.clientela.platform.Needs;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

@RestController
@RequestMapping("/api/v1/views")
class ViewController {

    private final Views views;
    private final People people;

    ViewController(Views views, People people) {
        this.views = views;
        this.people = people;
    }

    /** Named lists: one's own and those shared with one; and with whom one may share. */
    @GetMapping
    @Needs(Functions.CUSTOMERS_READ)
    ViewList list(Actor actor) {
        return new ViewList(
                views.visible(actor).stream().map(this::view).toList(),
                views.circles(actor).entrySet().stream()
                        .map(circle -> new CircleView(
                                text(circle.getKey().kind()), circle.getKey().key(), circle.getValue()))
                        .toList());
    }

    @PostMapping
    @Needs(Functions.CUSTOMERS_READ)
    ResponseEntity<ViewView> keep(@RequestBody @Valid ViewBody body, Actor actor) {
        ViewView kept = view(views.keep(body.shown(), body.sharedWith(), actor));
        return ResponseEntity.created(URI.create("/api/v1/views/" + kept.id()))
                .eTag(Long.toString(kept.version()))
                .body(kept);
    }

    @PutMapping("/{id}")
    @Needs(Functions.CUSTOMERS_READ)
    ResponseEntity<ViewView> change(
            @PathVariable long id,
            @RequestHeader(name = "If-Match", defaultValue = "") String version,
            @RequestBody @Valid ViewBody body,
            Actor actor) {
        ViewView kept = view(views.change(id, body.shown(), body.sharedWith(), CustomerEntry.version(version), actor));
        return ResponseEntity.ok().eTag(Long.toString(kept.version())).body(kept);
    }

    @DeleteMapping("/{id}")
    @Needs(Functions.CUSTOMERS_READ)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id, Actor actor) {
        views.delete(id, actor);
    }

    /** How one likes one's lists: the view to begin with, columns and widths. */
    @GetMapping("/taste")
    @Needs(Functions.CUSTOMERS_READ)
    Taste taste(Actor actor) {
        return views.taste(actor);
    }

    @PutMapping("/taste")
    @Needs(Functions.CUSTOMERS_READ)
    Taste keepTaste(@RequestBody TasteBody body, Actor actor) {
        return views.keep(body.taste(), actor);
    }

    private ViewView view(Seen seen) {
        View view = seen.view();
        Shown shown = view.shown();
        return new ViewView(
                view.id(),
                shown.name(),
                shown.type(),
                shown.text(),
                shown.filters(),
                shown.where().isEmpty() ? null : Json.read(shown.where(), JsonNode.class),
                shown.sort(),
                shown.columns(),
                new CircleView(text(view.circle().kind()), view.circle().key(), ""),
                people.displayName(view.owner()),
                seen.own(),
                seen.withheld(),
                view.version());
    }

    private static String text(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    record ViewBody(
            @NotNull @Size(max = 200) String name,
            @Nullable String type,
            @Nullable String q,
            @Nullable Map<String, String> filter,
            @Nullable JsonNode where,
            @Nullable String sort,
            @Nullable List<Column> columns,
            @Nullable CircleBody circle) {

        Shown shown() {
            List<Column> some = Optional.ofNullable(columns).orElse(List.of());
            Map<String, String> wanted = Optional.ofNullable(filter).orElse(Map.of());
            boolean whole = good(some) && wanted.values().stream().allMatch(Objects::nonNull);
            if (!whole) {
                throw new Refusal(CommonError.BAD_REQUEST);
            }
            return new Shown(
                    name.strip(),
                    Optional.ofNullable(type).orElse(""),
                    Optional.ofNullable(q).orElse(""),
                    wanted,
                    where == null || where.isNull() ? "" : where.toString(),
                    Optional.ofNullable(sort).orElse(""),
                    some);
        }

        Circle sharedWith() {
            return Optional.ofNullable(circle).map(CircleBody::circle).orElse(Circle.OWN);
        }
    }

    private static boolean good(List<Column> columns) {
        return columns.stream().allMatch(column -> column != null && column.key() != null);
    }

    record CircleBody(@Nullable String kind, @Nullable String key) {
        private Circle circle() {
            Kind known = Arrays.stream(Kind.values())
                    .filter(one -> text(one).equals(kind))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(CommonError.BAD_REQUEST));
            return new Circle(
                    known, known == Kind.OWN ? "" : Optional.ofNullable(key).orElse(""));
        }
    }

    record TasteBody(@Nullable Long view, @Nullable Map<String, List<Column>> layouts) {
        private Taste taste() {
            Map<String, List<Column>> wanted = Optional.ofNullable(layouts).orElse(Map.of());
            if (!wanted.values().stream().allMatch(columns -> columns != null && good(columns))) {
                throw new Refusal(CommonError.BAD_REQUEST);
            }
            return new Taste(Optional.ofNullable(view), wanted);
        }
    }

    record ViewList(List<ViewView> items, List<CircleView> circles) {}

    record CircleView(String kind, String key, String name) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ViewView(
            long id,
            String name,
            String type,
            String q,
            Map<String, String> filter,
            @Nullable JsonNode where,
            String sort,
            List<Column> columns,
            CircleView circle,
            String owner,
            boolean own,
            boolean withheld,
            long version) {}
}
