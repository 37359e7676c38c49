package io.clientela.customer;

import io.clientela.fields.FieldAccess;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.kit.check.Context;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import io.clientela.kit.fields.Matching;
import io.clientela.kit.match.Profile;
import io.clientela.kit.match.Profiles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What files say in the fields they are compared by, sealed values as keyed hashes only. Asks for no right and is shown to nobody:
 * what people see of files beside each other comes through {@link SideBySide}.
 */
@Component
public class ComparedFiles {

    /** Types of files that are compared, each with its own kind only. */
    public static final List<String> RECORDS = List.of(Catalogue.INDIVIDUAL, Catalogue.ENTERPRISE);

    private static final int HASH = 16;

    private final ComparedStore store;
    private final ItemStore items;
    private final Cleaning cleaning;
    private final Preparing preparing;
    private final HomeCountry home;
    private final FieldCatalogue fields;
    private final FieldAccess access;

    ComparedFiles(
            ComparedStore store,
            ItemStore items,
            Cleaning cleaning,
            Preparing preparing,
            HomeCountry home,
            FieldCatalogue fields,
            FieldAccess access) {
        this.store = store;
        this.items = items;
        this.cleaning = cleaning;
        this.preparing = preparing;
        this.home = home;
        this.fields = fields;
        this.access = access;
    }

    /** How many there are to compare, of all types; of more than 100,000 about how many. */
    public long about() {
        return store.about();
    }

    /** The next customers of a type in the order of their ids; files that are one customer come once, as their head. */
    public List<Compared> after(String record, long fileId, int limit) {
        return compared(record, store.after(record, plain(record), fileId, limit));
    }

    /** Those of these files that are listed: withdrawn ones and those with another head are left out. */
    public List<Compared> of(String record, Collection<Long> fileIds) {
        return fileIds.isEmpty() ? List.of() : compared(record, store.of(record, plain(record), fileIds));
    }

    /** What somebody has typed so far as it would be stored; what they may not write is left out, what can't be read too. */
    public Profile draft(String record, Map<String, List<String>> typed, Actor actor) {
        if (!RECORDS.contains(record)) {
            throw new Refusal(CommonError.BAD_REQUEST);
        }
        Map<String, List<String>> allowed = new HashMap<>();
        typed.forEach((key, texts) -> fields.catalogue()
                .find(record, key)
                .filter(field -> access.mayWrite(actor, field))
                .ifPresent(field -> allowed.put(key, texts)));
        Cleaned cleaned =
                cleaning.clean(record, allowed, home.context(Context.NONE, allowed, Map.of()), Map.of(), false);
        return profile(record, cleaned.values());
    }

    /** What a draft says once it is cleaned. */
    Profile profile(String record, Map<String, Value> values) {
        Map<String, String> texts = new HashMap<>();
        Map<String, byte[]> blinds = new HashMap<>();
        values.forEach((key, value) -> {
            if (!value.isEmpty()) {
                if (sealed(record).stream().anyMatch(field -> field.key().equals(key))) {
                    blinds.put(key, preparing.blind(record, key, value.text()).bytes());
                } else {
                    texts.put(key, value.text());
                }
            }
        });
        Profile profile = profiles(record).of(texts);
        for (Map.Entry<String, byte[]> blind : blinds.entrySet()) {
            profile = blind(record, profile, texts, blind.getKey(), blind.getValue());
        }
        return profile;
    }

    private List<Compared> compared(String record, List<ComparedStore.Row> rows) {
        List<Long> ids = rows.stream().map(ComparedStore.Row::fileId).toList();
        Map<Long, Map<String, List<String>>> inLists = lists(record, ids);
        Map<Long, List<ComparedStore.Hidden>> hidden = new HashMap<>();
        // As the gate names the claims of a file.
        String prefix = record + ".";
        List<String> kinds =
                sealed(record).stream().map(field -> prefix + field.key()).toList();
        if (!kinds.isEmpty()) {
            store.hidden(ids, kinds)
                    .forEach(one -> hidden.computeIfAbsent(one.headId(), id -> new ArrayList<>())
                            .add(one));
        }
        Profiles profiles = profiles(record);
        List<Compared> compared = new ArrayList<>(rows.size());
        for (ComparedStore.Row row : rows) {
            Map<String, List<String>> more = inLists.getOrDefault(row.fileId(), Map.of());
            Profile profile =
                    profiles.of(path -> Optional.ofNullable(row.values().get(path))
                            .map(List::of)
                            .orElseGet(() -> more.getOrDefault(path, List.of())));
            for (ComparedStore.Hidden one : hidden.getOrDefault(row.fileId(), List.of())) {
                profile = blind(record, profile, row.values(), one.kind().substring(prefix.length()), one.blind());
            }
            compared.add(new Compared(row.fileId(), record, profile));
        }
        return compared;
    }

    /** The kind is the type of the document where the record names one. */
    private Profile blind(String record, Profile profile, Map<String, String> values, String key, byte[] blind) {
        String kind = fields.catalogue().fields(record).stream()
                .filter(field -> field.matching() == Matching.DOCUMENT_TYPE)
                .map(field -> values.getOrDefault(field.key(), ""))
                .filter(type -> !type.isEmpty())
                .findFirst()
                .orElse(key);
        return profile.blind(kind, HexFormat.of().formatHex(blind).substring(2, 2 + HASH));
    }

    /** Values of items by path. */
    private Map<Long, Map<String, List<String>>> lists(String record, List<Long> ids) {
        Map<Long, Map<String, List<String>>> all = new HashMap<>();
        if (profiles(record).paths().stream().noneMatch(path -> path.indexOf('.') > 0)) {
            return all;
        }
        items.of(ids)
                .forEach(item -> item.parts()
                        .forEach((part, value) -> all.computeIfAbsent(item.fileId(), id -> new HashMap<>())
                                .computeIfAbsent(item.list() + "." + part, path -> new ArrayList<>())
                                .addAll(value.parts())));
        return all;
    }

    private Profiles profiles(String record) {
        return new Profiles(fields.catalogue(), record);
    }

    /** Fields kept in clear that files are compared by, which have columns of their own. */
    private List<String> plain(String record) {
        return fields.catalogue().fields(record).stream()
                .filter(field -> field.matching() != Matching.NONE
                        && !field.sealed()
                        && !field.retired()
                        && !field.isOwn()
                        && field.type() != FieldType.LIST)
                .map(Field::key)
                .toList();
    }

    private List<Field> sealed(String record) {
        return fields.catalogue().fields(record).stream()
                .filter(field -> field.matching() == Matching.DOCUMENT && field.sealed() && Preparing.isKey(field))
                .toList();
    }

    /** A customer as matching sees it. */
    public record Compared(long fileId, String record, Profile profile) {}
}
