package io.clientela.fields.web;

import io.clientela.fields.LayoutEditing;
import io.clientela.fields.web.EditorView.GroupView;
import io.clientela.fields.web.Given.TextsBody;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import io.clientela.kit.fields.Layout;
import io.clientela.kit.fields.Layout.Group;
import io.clientela.platform.Needs;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/catalogue/layouts")
class LayoutController {

    private final LayoutEditing layouts;
    private final EditorViews views;

    LayoutController(LayoutEditing layouts, EditorViews views) {
        this.layouts = layouts;
        this.views = views;
    }

    /** Arranges the form of a record type, held against {@code If-Match}; every field has to stand in it once. */
    @PutMapping("/{record}")
    @Needs(Functions.CATALOGUE_MANAGE)
    LayoutView put(
            @PathVariable String record,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version,
            @RequestBody LayoutBody body,
            Actor actor) {
        layouts.put(body.layout(record), Given.version(version), actor);
        return new LayoutView(layouts.version(record), views.groups(record));
    }

    record LayoutView(long version, List<GroupView> groups) {}

    record LayoutBody(@Nullable List<@Nullable GroupBody> groups) {

        Layout layout(String record) {
            if (groups == null) {
                throw new Refusal(CommonError.BAD_REQUEST);
            }
            return new Layout(record, groups.stream().map(LayoutBody::group).toList());
        }

        private static Group group(@Nullable GroupBody group) {
            if (group == null) {
                throw new Refusal(CommonError.BAD_REQUEST);
            }
            return new Group(Given.line(group.key()), Given.texts(group.label()), Given.lines(group.fields()));
        }
    }

    record GroupBody(
            @Nullable String key,
            @Nullable TextsBody label,
            @Nullable List<@Nullable String> fields) {}
}
