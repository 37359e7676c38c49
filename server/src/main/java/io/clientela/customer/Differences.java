package io.clientela.customer;

import io.clientela.customer.HistoryItem.Difference;
import io.clientela.customer.HistoryItem.ItemDifference;
import io.clientela.customer.HistoryItem.PartDifference;
import io.clientela.customer.HistoryItem.What;
import io.clientela.customer.Rendering.Purpose;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Visibility;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What differs between two states of a file as one reader may see it: fields, and in lists item by item and part by part. */
@Component
class Differences {

    private final Rendering rendering;
    private final FieldCatalogue fields;
    private final Owners owners;

    Differences(Rendering rendering, FieldCatalogue fields, Owners owners) {
        this.rendering = rendering;
        this.fields = fields;
        this.owners = owners;
    }

    /** What one entry changed, and what was typed for it. */
    List<Difference> of(String record, EntryBody body, FileState before, FileState after, Actor actor) {
        return between(
                record,
                before,
                after,
                (field, id) -> id == null
                        ? body.set().containsKey(field)
                        : body.items().getOrDefault(field, List.of()).stream().anyMatch(item -> item.id() == id)
                                || body.removed().getOrDefault(field, List.of()).contains(id),
                body.raw(),
                actor);
    }

    /** Everything that differs. */
    List<Difference> between(String record, FileState before, FileState after, Actor actor) {
        return between(
                record,
                before,
                after,
                (field, id) -> id != null || differs(record, field, before, after),
                Map.of(),
                actor);
    }

    /** What an item is called: the first thing the reader may see of it. */
    String name(Field list, Map<String, Value> parts, Actor actor) {
        return rendering.cells(rendering.readable(list.codeList(), actor), parts, actor, Purpose.READ).values().stream()
                .findFirst()
                .map(Cell::text)
                .orElse("");
    }

    /** The label of a list's part, empty for none of this key. */
    String partLabel(Field list, String part, Actor actor) {
        return fields.catalogue()
                .find(list.codeList(), part)
                .map(field -> rendering.label(field, actor))
                .orElse("");
    }

    private List<Difference> between(
            String record,
            FileState before,
            FileState after,
            BiPredicate<String, @Nullable Long> concerned,
            Map<String, String> raw,
            Actor actor) {
        List<Difference> differences = new ArrayList<>();
        for (Field field : rendering.readable(record, actor)) {
            if (field.type() == FieldType.LIST) {
                List<ItemDifference> items = items(field, before, after, concerned, raw, actor);
                if (!items.isEmpty()) {
                    differences.add(
                            new Difference(field.key(), rendering.label(field, actor), null, null, null, items));
                }
            } else if (concerned.test(field.key(), null)) {
                differences.add(new Difference(
                        field.key(),
                        rendering.label(field, actor),
                        cell(field, shown(record, field.key(), before), actor),
                        cell(field, shown(record, field.key(), after), actor),
                        isOwner(field) ? written(field, after, actor) : typed(field, field.key(), raw, actor),
                        null));
            }
        }
        return differences;
    }

    /** A copy of a stored file says what that one says. */
    private boolean differs(String record, String key, FileState before, FileState after) {
        Value one = shown(record, key, before);
        Value other = shown(record, key, after);
        boolean stored = fields.catalogue()
                .find(record, key)
                .filter(field -> field.type() == FieldType.FILE)
                .isPresent();
        return stored ? !Attached.content(one).equals(Attached.content(other)) : !one.equals(other);
    }

    /** As owner whoever had the file, whatever was written of one; what was written where it isn't known whose the file was. */
    private Value shown(String record, String key, FileState state) {
        Value said = state.value(key);
        return fields.catalogue().find(record, key).filter(Differences::isOwner).isPresent()
                ? state.holder().map(holder -> Owners.value(holder.userId())).orElse(said)
                : said;
    }

    private static boolean isOwner(Field field) {
        return field.type() == FieldType.USER;
    }

    /** What was written of an owner beside whoever the file went to; as telling as the value. */
    private @Nullable String written(Field field, FileState state, Actor actor) {
        return rendering.visibility(field, actor, Purpose.READ) == Visibility.CLEAR
                ? state.holder()
                        .flatMap(holder -> owners.written(holder.userId(), state))
                        .orElse(null)
                : null;
    }

    private List<ItemDifference> items(
            Field list,
            FileState before,
            FileState after,
            BiPredicate<String, @Nullable Long> concerned,
            Map<String, String> raw,
            Actor actor) {
        Map<Long, Map<String, Value>> old = before.items(list.key());
        Map<Long, Map<String, Value>> now = after.items(list.key());
        Set<Long> ids = new LinkedHashSet<>(old.keySet());
        ids.addAll(now.keySet());
        List<ItemDifference> items = new ArrayList<>();
        for (Long id : ids) {
            if (concerned.test(list.key(), id)) {
                item(list, id, old, now, raw, actor).ifPresent(items::add);
            }
        }
        return items;
    }

    private Optional<ItemDifference> item(
            Field list,
            long id,
            Map<Long, Map<String, Value>> before,
            Map<Long, Map<String, Value>> after,
            Map<String, String> raw,
            Actor actor) {
        Optional<Map<String, Value>> old = Optional.ofNullable(before.get(id));
        Optional<Map<String, Value>> now = Optional.ofNullable(after.get(id));
        List<PartDifference> parts = new ArrayList<>();
        for (Field part : rendering.readable(list.codeList(), actor)) {
            Value was = old.orElse(Map.of()).getOrDefault(part.key(), Value.NONE);
            Value is = now.orElse(Map.of()).getOrDefault(part.key(), Value.NONE);
            if (!was.equals(is)) {
                parts.add(new PartDifference(
                        part.key(),
                        rendering.label(part, actor),
                        rendering
                                .part(list, part, was, before, actor, Purpose.READ)
                                .orElse(null),
                        rendering
                                .part(list, part, is, after, actor, Purpose.READ)
                                .orElse(null),
                        typed(part, FileState.place(list.key(), id, part.key()), raw, actor)));
            }
        }
        What what = old.isEmpty() ? What.ADDED : now.isEmpty() ? What.REMOVED : What.CHANGED;
        String name = name(list, now.or(() -> old).orElse(Map.of()), actor);
        return what == What.CHANGED && parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new ItemDifference(id, name, what, parts));
    }

    private @Nullable Cell cell(Field field, Value value, Actor actor) {
        return rendering.cell(field, value, actor, Purpose.READ).orElse(null);
    }

    /** What was typed is as telling as the value: only for who sees that in clear. */
    private @Nullable String typed(Field field, String place, Map<String, String> raw, Actor actor) {
        return rendering.visibility(field, actor, Purpose.READ) == Visibility.CLEAR ? raw.get(place) : null;
    }
}
