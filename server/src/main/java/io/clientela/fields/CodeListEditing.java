package io.clientela.fields;

import io.clientela.audit.AuditEvent;
import io.clientela.audit.AuditTrail;
import io.clientela.fields.EditingStore.KeptList;
import io.clientela.fields.spi.FieldUse;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.fields.CodeItem;
import io.clientela.kit.fields.CodeList;
import io.clientela.kit.fields.CodeLists;
import io.clientela.kit.fields.Texts;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Changes code lists: those of the house's own, and those of the product, which are added to and reworded but never lose an item.
 * Every change of a list is held against the version of it the caller looked at.
 */
@Component
public class CodeListEditing {

    private static final int LONGEST_LABEL = 60;
    /** Whatever keeps items counts no further for each field. */
    private static final long MOST_COUNTED = 10_000;

    private static final int MOST_ITEMS = 5_000;
    /** Longer ones are in an order of their own, such as places. */
    private static final int MOST_ORDERED = 500;

    private final FieldCatalogue fields;
    private final EditingStore store;
    private final ObjectProvider<FieldUse> uses;
    private final ObjectProvider<ChoiceSource> sources;
    private final AuditTrail audit;
    private final Changing changing;
    private final Clock clock;

    CodeListEditing(
            FieldCatalogue fields,
            EditingStore store,
            ObjectProvider<FieldUse> uses,
            ObjectProvider<ChoiceSource> sources,
            AuditTrail audit,
            Changing changing,
            Clock clock) {
        this.fields = fields;
        this.store = store;
        this.uses = uses;
        this.sources = sources;
        this.audit = audit;
        this.changing = changing;
        this.clock = clock;
    }

    /** All lists in no order, those of the house's own with their labels. */
    public List<Kept> all() {
        Map<String, KeptList> kept = store.lists();
        CodeLists lists = fields.codeLists();
        return lists.keys().stream()
                .map(key -> {
                    Optional<KeptList> known = Optional.ofNullable(kept.get(key));
                    return new Kept(
                            lists.list(key),
                            known.flatMap(KeptList::label),
                            known.map(KeptList::version).orElse(0L));
                })
                .toList();
    }

    /** @param label of a list of the house's own */
    public record Kept(CodeList list, Optional<Texts> label, long version) {}

    public Kept find(String key) {
        return all().stream()
                .filter(kept -> kept.list().key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
    }

    /**
     * Makes a new list with its first items, all or nothing; refuses with {@code invalid_values} a key that is taken or malformed,
     * and each item that can't be kept at its place, {@code items.0} being the first.
     */
    public void create(String key, Texts label, List<CodeItem> items, Actor actor) {
        if (items.size() > MOST_ITEMS) {
            throw new Refusal(FieldsError.LIST_TOO_LONG, Map.of("most", Integer.toString(MOST_ITEMS)));
        }
        changing.change(edition -> {
            boolean taken = edition.codeLists().find(key).isPresent()
                    || sources.orderedStream().anyMatch(source -> source.key().equals(key));
            if (!FieldRules.KEY.matcher(key).matches() || taken) {
                throw invalid(new FieldProblem("key", taken ? "field_key_taken" : "field_key_form", Map.of()));
            }
            requireLabel(label);
            List<FieldProblem> problems = ItemRules.ofFirst(items);
            if (!problems.isEmpty()) {
                throw new Refusal(CommonError.INVALID_VALUES, Map.of(), problems);
            }
            store.touchList(key, Optional.of(label), actor.userId(), clock.instant());
            for (int at = 0; at < items.size(); at++) {
                store.putItem(key, items.get(at), at + 1, actor.userId(), clock.instant());
            }
            told("list_added", key, "", actor);
            if (!items.isEmpty()) {
                told("items_brought_in", key, Integer.toString(items.size()), actor);
            }
            return key;
        });
    }

    /** Gives a list of the house's own another name. */
    public void rename(String key, Texts label, long version, Actor actor) {
        change(key, version, actor, (list, kept) -> {
            if (kept.flatMap(KeptList::label).isEmpty()) {
                throw new Refusal(FieldsError.ITEM_SHIPPED);
            }
            requireLabel(label);
            store.touchList(key, Optional.of(label), actor.userId(), clock.instant());
            told("list_renamed", key, "", actor);
        });
    }

    /** Adds an item, or changes the names of one that is there; whether it is retired stays. */
    public void put(String key, CodeItem item, long version, Actor actor) {
        change(key, version, actor, (list, kept) -> {
            Optional<CodeItem> known = list.item(item.code());
            CodeItem wanted = new CodeItem(
                    item.code(),
                    item.parent(),
                    item.label(),
                    item.synonyms(),
                    known.map(CodeItem::retired).orElse(false));
            List<FieldProblem> problems = ItemRules.of(wanted, list);
            if (!problems.isEmpty()) {
                throw new Refusal(CommonError.INVALID_VALUES, Map.of(), problems);
            }
            if (known.isEmpty() && list.items().size() >= MOST_ITEMS) {
                throw new Refusal(FieldsError.LIST_TOO_LONG, Map.of("most", Integer.toString(MOST_ITEMS)));
            }
            write(list, wanted, new Places(list, store.positions(key)), actor);
            told(known.isEmpty() ? "item_added" : "item_changed", key, item.code(), actor);
        });
    }

    /** Adds and changes many at once, all or none. */
    public void putAll(String key, List<CodeItem> items, long version, Actor actor) {
        change(key, version, actor, (list, kept) -> {
            long fresh = items.stream()
                    .filter(item -> list.item(item.code()).isEmpty())
                    .count();
            if (list.items().size() + fresh > MOST_ITEMS) {
                throw new Refusal(FieldsError.LIST_TOO_LONG, Map.of("most", Integer.toString(MOST_ITEMS)));
            }
            Places places = new Places(list, store.positions(key));
            items.forEach(item -> write(list, item, places, actor));
            told("items_brought_in", key, Integer.toString(items.size()), actor);
        });
    }

    /** Takes an item out of the offer, or puts it back; values that have it stay readable. */
    public void retire(String key, String code, boolean out, long version, Actor actor) {
        change(key, version, actor, (list, kept) -> {
            CodeItem item = list.item(code).orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
            CodeItem wanted = new CodeItem(code, item.parent(), item.label(), item.synonyms(), out);
            write(list, wanted, new Places(list, store.positions(key)), actor);
            told(out ? "item_retired" : "item_reinstated", key, code, actor);
        });
    }

    /** Takes away an item of the house's own that nothing says and nothing stands below. */
    public void remove(String key, String code, long version, Actor actor) {
        // Counted before anybody has to wait for this change. What is said of the item meanwhile was said before others
        // knew of it,
        // as it may be after; such a value stays and is shown by its code.
        long held = holders(key, code);
        change(key, version, actor, (list, kept) -> {
            if (list.item(code).isEmpty()) {
                throw new Refusal(CommonError.NOT_FOUND);
            }
            boolean shipped =
                    CodeLists.shipped().find(key).flatMap(one -> one.item(code)).isPresent();
            if (shipped) {
                throw new Refusal(FieldsError.ITEM_SHIPPED);
            }
            long holders = held + list.children(code).size();
            if (holders > 0) {
                throw new Refusal(
                        FieldsError.ITEM_USED,
                        Map.of("count", holders > MOST_COUNTED ? MOST_COUNTED + "+" : Long.toString(holders)));
            }
            store.removeItem(key, code);
            told("item_removed", key, code, actor);
        });
    }

    /** Puts the items in this order; each has to be named once. */
    public void order(String key, List<String> codes, long version, Actor actor) {
        change(key, version, actor, (list, kept) -> {
            boolean same = codes.size() == list.items().size()
                    && new HashSet<>(codes)
                            .equals(new HashSet<>(
                                    list.items().stream().map(CodeItem::code).toList()));
            if (!same || codes.size() > MOST_ORDERED) {
                throw invalid(new FieldProblem("codes", "layout_incomplete", Map.of()));
            }
            Map<String, CodeItem> byCode = new LinkedHashMap<>();
            list.items().forEach(item -> byCode.put(item.code(), item));
            for (int at = 0; at < codes.size(); at++) {
                CodeItem item = byCode.get(codes.get(at));
                if (item != null) {
                    store.putItem(key, item, at + 1, actor.userId(), clock.instant());
                }
            }
            told("list_ordered", key, "", actor);
        });
    }

    /** How many things say an item. */
    public long holders(String key, String code) {
        return uses.orderedStream().mapToLong(use -> use.holders(key, code)).sum();
    }

    private void write(CodeList list, CodeItem item, Places places, Actor actor) {
        store.putItem(list.key(), item, places.of(item.code()), actor.userId(), clock.instant());
    }

    /** Where items stand: where they stood, new ones last. */
    private static final class Places {
        private final Map<String, Integer> kept;
        private final List<String> shown;
        private int last;

        Places(CodeList list, Map<String, Integer> kept) {
            this.kept = kept;
            this.shown = list.items().stream().map(CodeItem::code).toList();
            this.last = Math.max(
                    shown.size(),
                    kept.values().stream().mapToInt(Integer::intValue).max().orElse(0));
        }

        int of(String code) {
            Integer position = kept.get(code);
            if (position != null) {
                return position;
            }
            int at = shown.indexOf(code);
            return at >= 0 ? at + 1 : ++last;
        }
    }

    private void change(String key, long version, Actor actor, BiConsumer<CodeList, Optional<KeptList>> work) {
        changing.change(edition -> {
            CodeList list = edition.codeLists().find(key).orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
            Optional<KeptList> kept = Optional.ofNullable(store.lists().get(key));
            if (kept.map(KeptList::version).orElse(0L) != version) {
                throw new Refusal(CommonError.STALE_VERSION);
            }
            store.touchList(key, Optional.empty(), actor.userId(), clock.instant());
            work.accept(list, kept);
            return list;
        });
    }

    private static void requireLabel(Texts label) {
        if (label.blank()) {
            throw invalid(new FieldProblem("label", "field_label_missing", Map.of()));
        }
        if (label.said().stream().anyMatch(text -> text.length() > LONGEST_LABEL)) {
            throw invalid(
                    new FieldProblem("label", "field_text_long", Map.of("most", Integer.toString(LONGEST_LABEL))));
        }
    }

    private static Refusal invalid(FieldProblem problem) {
        return new Refusal(CommonError.INVALID_VALUES, Map.of(), List.of(problem));
    }

    private void told(String what, String list, String item, Actor actor) {
        AuditEvent event = AuditEvent.by(actor, "catalogue.changed")
                .subject("list:" + list)
                .with("what", what);
        audit.record(item.isEmpty() ? event : event.with("item", item));
    }
}
