package io.clientela.administration.web;

import io.clientela.administration.SettingsDesk;
import io.clientela.administration.SettingsDesk.State;
import io.clientela.administration.SettingsDesk.Wish;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import io.clientela.platform.Needs;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Governed settings, a group at a time. */
@RestController
@RequestMapping("/api/v1/settings")
class SettingsController {

    private final SettingsDesk desk;
    private final SettingViews views;

    SettingsController(SettingsDesk desk, SettingViews views) {
        this.desk = desk;
        this.views = views;
    }

    @GetMapping
    @Needs(Functions.SETTINGS_MANAGE)
    GroupList all(Actor actor) {
        return new GroupList(
                desk.all().stream().map(state -> view(state, actor)).toList());
    }

    @GetMapping("/{key}")
    @Needs(Functions.SETTINGS_MANAGE)
    ResponseEntity<SettingGroupView> one(@PathVariable String key, Actor actor) {
        return tagged(desk.require(key), actor);
    }

    /** Says what a group is to be, at once or from a moment on; held against {@code If-Match} where given. */
    @PutMapping("/{key}")
    @Needs(Functions.SETTINGS_MANAGE)
    ResponseEntity<SettingGroupView> put(
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version,
            @RequestBody SettingBody body,
            Actor actor) {
        return tagged(desk.put(actor, key, body.wish(), version(version)), actor);
    }

    /** What a change of a group would mean, before anybody makes it; changes nothing. */
    @PostMapping("/{key}/effects")
    @Needs(Functions.SETTINGS_MANAGE)
    EffectList effects(@PathVariable String key, @RequestBody EffectBody body, Actor actor) {
        return views.effects(desk.effects(actor, key, given(body.values())), actor);
    }

    /** Who changed a group when, from what to what and why; the newest first. */
    @GetMapping("/{key}/history")
    @Needs(Functions.SETTINGS_MANAGE)
    SaveList history(@PathVariable String key, Actor actor) {
        return views.history(desk.require(key), desk.history(key), actor);
    }

    private ResponseEntity<SettingGroupView> tagged(State state, Actor actor) {
        return ResponseEntity.ok().eTag("\"" + state.version() + "\"").body(view(state, actor));
    }

    private SettingGroupView view(State state, Actor actor) {
        return views.of(state, desk.mayChange(actor, state.group()), actor);
    }

    private static OptionalLong version(String tag) {
        String bare = tag.replace("W/", "").replace("\"", "").strip();
        try {
            return bare.isEmpty() || "*".equals(bare) ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(bare));
        } catch (NumberFormatException e) {
            throw new Refusal(CommonError.BAD_REQUEST);
        }
    }

    /** {@code from} absent is at once. */
    record SettingBody(
            @Nullable Map<String, @Nullable String> values,
            @Nullable Instant from,
            @Nullable String reason) {

        Wish wish() {
            return new Wish(given(values), Optional.ofNullable(from), reason == null ? "" : reason.strip());
        }
    }

    record EffectBody(@Nullable Map<String, @Nullable String> values) {}

    private static Map<String, String> given(@Nullable Map<String, @Nullable String> values) {
        Map<String, String> wanted = new HashMap<>();
        if (values != null) {
            values.forEach((key, value) -> wanted.put(key, value == null ? "" : value.strip()));
        }
        return wanted;
    }

    /** In the reader's words; empty where it touches nothing that can be counted. */
    record EffectList(List<String> items) {}

    record GroupList(List<SettingGroupView> items) {}

    record SaveList(List<SettingGroupView.SaveView> items) {}
}
