package io.clientela.customer;

import io.clientela.customer.Arrivals.Arrival;
import io.clientela.customer.Deciding.Difference;
import io.clientela.customer.ItemStore.Item;
import io.clientela.customer.JournalStore.Sealed;
import io.clientela.customer.KeyStore.Claim;
import io.clientela.customer.Owners.Owner;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.fields.Field;
import io.clientela.platform.CopyRows;
import io.clientela.vault.SealKey;
import io.clientela.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Brings new files into being. All that takes time happens before the transaction that writes them; it may be given up at
 * any point before, which costs nothing but a gap in the numbers.
 */
@Component
class Arriving {

    private final FileStore files;
    private final JournalStore journal;
    private final ItemStore items;
    private final Periods periods;
    private final FileRules rules;
    private final Contacts contacts;
    private final ContactUpkeep upkeep;
    private final RelationUpkeep relations;
    private final SearchStore search;
    private final KeyStore keys;
    private final Numbers numbers;
    private final Vault vault;
    private final FileTokens tokens;
    private final FieldCatalogue fields;
    private final Deciding deciding;
    private final CollectionPlan plan;
    private final Owners owners;
    private final Preparing preparing;

    Arriving(
            FileStore files,
            JournalStore journal,
            ItemStore items,
            Periods periods,
            FileRules rules,
            Contacts contacts,
            ContactUpkeep upkeep,
            RelationUpkeep relations,
            SearchStore search,
            KeyStore keys,
            Numbers numbers,
            Vault vault,
            FileTokens tokens,
            FieldCatalogue fields,
            Deciding deciding,
            CollectionPlan plan,
            Owners owners,
            Preparing preparing) {
        this.files = files;
        this.journal = journal;
        this.items = items;
        this.periods = periods;
        this.rules = rules;
        this.contacts = contacts;
        this.upkeep = upkeep;
        this.relations = relations;
        this.search = search;
        this.keys = keys;
        this.numbers = numbers;
        this.vault = vault;
        this.tokens = tokens;
        this.fields = fields;
        this.deciding = deciding;
        this.plan = plan;
        this.owners = owners;
        this.preparing = preparing;
    }

    /** What the new file would be, or why it can't. */
    Creation decide(int index, Prepared prepared, Judge judge, Actor actor) {
        Submission submission = prepared.submission();
        int[] provisional = {0};
        Difference difference = deciding.ofNew(prepared, judge, () -> --provisional[0]);
        contacts.complete(new FileState(), difference);
        FileState state = new FileState().apply(FileState.FIRST, difference.body(""));
        List<FieldProblem> problems = new ArrayList<>(prepared.cleaned().problems());
        problems.addAll(difference.problems);
        plan.missing(submission.record(), state).stream()
                .filter(missing -> problems.stream().noneMatch(p -> p.field().equals(missing.field())))
                .forEach(problems::add);
        rules
                .problems(new FileRule.Case(Deciding.NOT_THERE, submission, new FileState(), state, difference, actor))
                .stream()
                .filter(problem -> problems.stream().noneMatch(p -> p.field().equals(problem.field())))
                .toList()
                .forEach(problems::add);
        List<FieldProblem> warnings = new ArrayList<>(prepared.cleaned().warnings());
        warnings.addAll(plan.wanted(submission, state));
        Owner owner = owners.ofNew(submission, state.value("owner").text(), actor);
        owner.remark(state).ifPresent(warnings::add);
        return new Creation(index, prepared, difference, state, owner, problems, warnings);
    }

    /** Draws ids, numbers and keys for the whole batch at once, seals, and lays everything out. */
    Arrivals arrange(List<Creation> creations, Actor actor, Instant at) {
        List<Long> ids = files.nextIds(creations.size());
        List<CustomerNumber> drawn = numbers.take(creations.size());
        List<Long> entryIds = journal.nextIds(creations.size());
        List<Long> itemIds =
                items.nextIds(creations.stream().mapToInt(Creation::newItems).sum());
        Layout layout = new Layout(vault.make(ids), actor, at);
        int nextItem = 0;
        for (int i = 0; i < creations.size(); i++) {
            Creation creation = creations.get(i);
            List<Long> own = itemIds.subList(nextItem, nextItem + creation.newItems());
            nextItem += own.size();
            layout.add(creation, ids.get(i), drawn.get(i), entryIds.get(i), own);
        }
        return layout.done();
    }

    /** Writes what was arranged, in the caller's transaction. */
    void write(Arrivals arrivals) {
        vault.keep(arrivals.vaultKeys());
        journal.appendAll(arrivals.journal());
        files.insertAll(arrivals.files());
        search.insertAll(arrivals.search());
        keys.insertAll(arrivals.keys());
        items.insertAll(arrivals.items());
        periods.insertAll(arrivals.periods());
        upkeep.insertAll(arrivals.days());
        arrivals.naming().forEach((id, state) -> {
            upkeep.tie(id, state);
            relations.tie(id, state);
        });
    }

    /** The rows of one batch, growing file by file. */
    private final class Layout {
        private final Vault.NewKeys vaultKeys;
        private final Actor actor;
        private final Instant at;
        private final List<Arrival> each = new ArrayList<>();
        private final CopyRows fileRows = new CopyRows();
        private final CopyRows journalRows = new CopyRows();
        private final CopyRows searchRows = new CopyRows();
        private final CopyRows keyRows = new CopyRows();
        private final CopyRows itemRows = new CopyRows();
        private final CopyRows periodRows = new CopyRows();
        private final CopyRows dayRows = new CopyRows();
        private final Map<Long, FileState> naming = new LinkedHashMap<>();

        Layout(Vault.NewKeys vaultKeys, Actor actor, Instant at) {
            this.vaultKeys = vaultKeys;
            this.actor = actor;
            this.at = at;
        }

        void add(Creation creation, long id, CustomerNumber number, long entryId, List<Long> itemIds) {
            Submission submission = creation.prepared().submission();
            SealKey key = vaultKeys.of(id);
            EntryBody body = creation.body(itemIds);
            FileState state = itemIds.isEmpty() ? creation.state() : new FileState().apply(FileState.FIRST, body);
            Sealed entry = JournalStore.seal(
                    Entry.of(submission.how(), id, FileState.FIRST, entryId, Entry.CREATED, actor.userId(), at),
                    body,
                    key);
            Prepared.Draft draft = creation.prepared().draft().orElseThrow();
            files.layOut(fileRows, row(creation, id, number, state, key), draft.nameSort());
            JournalStore.layOut(journalRows, entry);
            Owner owner = creation.owner();
            SearchStore.layOut(
                    searchRows, tokens.of(id, submission.record(), state, owner.userId(), owner.departmentId()));
            draft.keys()
                    .forEach((field, blind) ->
                            KeyStore.layOut(keyRows, new Claim(blind, id, submission.record() + "." + field)));
            Item.of(id, state, item -> ItemStore.layOut(itemRows, item));
            periods.begin(periodRows, id, submission.record(), state, at);
            if (!state.items(ContactParts.LIST).isEmpty()) {
                ContactUpkeep.begin(dayRows, id, creation.owner().userId(), state);
            }
            if (!itemIds.isEmpty()) {
                naming.put(id, state);
            }
            Written written = new Written(
                    creation.index(),
                    id,
                    id,
                    number,
                    submission.how().row(),
                    true,
                    entry,
                    creation.difference().fields(),
                    0);
            each.add(new Arrival(written, 1, preparing.identifying(creation.prepared()), creation.warnings()));
        }

        private FileRow row(Creation creation, long id, CustomerNumber number, FileState state, SealKey key) {
            Owner owner = creation.owner();
            return new FileRow(
                    id,
                    id,
                    number,
                    creation.prepared().submission().record(),
                    true,
                    1,
                    FileState.FIRST,
                    owner.userId(),
                    owner.departmentId(),
                    plan.version(),
                    at,
                    actor.userId(),
                    at,
                    actor.userId(),
                    true,
                    Optional.empty(),
                    state.origin(),
                    state.values(),
                    sealed(creation.prepared().submission().record(), id, state, key));
        }

        Arrivals done() {
            return new Arrivals(
                    each, vaultKeys, fileRows, journalRows, searchRows, keyRows, itemRows, periodRows, dayRows, naming);
        }
    }

    /** Sealed values of a file's row. */
    Map<String, byte[]> sealed(String record, long fileId, FileState state, SealKey key) {
        Map<String, byte[]> sealed = new HashMap<>();
        for (Field field : fields.catalogue().fields(record)) {
            Value value = field.sealed() ? state.value(field.key()) : Value.NONE;
            if (!value.isEmpty()) {
                byte[] plain = value.text().getBytes(StandardCharsets.UTF_8);
                sealed.put(field.key(), key.seal(plain, FileRow.place(fileId, field.key())));
            }
        }
        return sealed;
    }
}
