package io.clientela.customer;

import io.clientela.customer.Linked.Member;
import io.clientela.customer.Survivorship.Golden;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import io.clientela.kit.text.SortKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Writes what follows from the files of a group: the golden record in the row of its head, each file's own state beside, what it is
 * found by. A file that is alone again gets its row back. Everything comes from the files' own states, so it may be done again.
 */
@Component
class Settling {

    private final FileStore files;
    private final MemberStore members;
    private final JournalStore journal;
    private final SearchStore search;
    private final ComingDayStore days;
    private final FileTokens tokens;
    private final Arriving arriving;
    private final FieldCatalogue fields;
    private final SurvivorshipInForce rules;

    Settling(
            FileStore files,
            MemberStore members,
            JournalStore journal,
            SearchStore search,
            ComingDayStore days,
            FileTokens tokens,
            Arriving arriving,
            FieldCatalogue fields,
            SurvivorshipInForce rules) {
        this.files = files;
        this.members = members;
        this.journal = journal;
        this.search = search;
        this.days = days;
        this.tokens = tokens;
        this.arriving = arriving;
        this.fields = fields;
        this.rules = rules;
    }

    /** What the group says together, by the rules of a moment. */
    Golden golden(Group group, Instant at) {
        return golden(group).apply(rules.at(at));
    }

    /** What the group says together by whichever rules; what these go by is read once. */
    Function<SurvivorshipRules, Golden> golden(Group group) {
        List<Survivorship.Member> all = group.members().values().stream()
                .map(file -> member(group, file))
                .toList();
        List<Field> known = fields.catalogue().fields(group.head().record());
        return some -> new Survivorship(some, group.headId(), all, group.picks()).golden(known);
    }

    /** The rules of a moment, for whoever settles several groups by them; read when these are locked. */
    SurvivorshipRules rules(Instant at) {
        return rules.at(at);
    }

    private Survivorship.Member member(Group group, Loaded file) {
        Map<Integer, Entry> entries = new HashMap<>();
        List<Integer> seqs = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(FileState.FIRST), file.state().origin().values().stream())
                .distinct()
                .toList();
        long id = file.row().fileId();
        journal.entries(id, seqs).forEach(entry -> entries.put(entry.seq(), entry));
        return new Survivorship.Member(id, file.state(), group.joined(id), entries);
    }

    /** Settles a group anew where these rules make something else of it than stands in its row, which is empty where they don't. */
    Optional<FileRow> settleAnew(Group group, SurvivorshipRules some, long by, Instant at) {
        Golden golden = golden(group).apply(some);
        return stands(golden, group.head(), some)
                ? Optional.empty()
                : Optional.of(together(group, golden, group.head().version() + 1, by, at));
    }

    /**
     * Whether the row says so already. Held against the row, since the moment of its last settling doesn't tell by which rules that went:
     * others may have been on their way to it, valid already and not committed.
     */
    private boolean stands(Golden golden, FileRow head, SurvivorshipRules some) {
        // Whose a value is tells what it is, save for the empty place that comes along with what makes one thing.
        return head.linked().map(Linked::from).filter(golden.from()::equals).isPresent()
                && fields.catalogue().fields(head.record()).stream()
                        .map(Field::key)
                        .filter(key -> some.with(key).size() > 1)
                        .allMatch(key -> golden.state().value(key).isEmpty()
                                != (head.values().containsKey(key)
                                        || head.sealed().containsKey(key)));
    }

    /** Settles a group after something was written to it; {@code version} is that of its head from now on. */
    FileRow settle(Group group, long version, long by, Instant at) {
        return group.members().size() == 1
                ? alone(group, version, by, at)
                : together(group, rules.at(at), version, by, at);
    }

    /** The same for one of several files, by rules that were read for several groups. */
    FileRow together(Group group, SurvivorshipRules some, long version, long by, Instant at) {
        return together(group, golden(group).apply(some), version, by, at);
    }

    private FileRow together(Group group, Golden golden, long version, long by, Instant at) {
        Loaded own = group.member(group.headId());
        Linked linked = new Linked(
                group.members().values().stream()
                        .map(file -> new Member(
                                file.row().fileId(), file.row().number().text()))
                        .toList(),
                golden.from());
        FileRow row = write(own, version, by, at, Optional.of(linked), golden.state());
        group.members().values().forEach(file -> {
            long id = file.row().fileId();
            members.keep(id, row.fileId(), MemberState.seal(id, file.state(), file.key()), texts(file));
            found(file, row);
            if (id != row.fileId()) {
                files.link(file.row().under(row.fileId()));
            }
        });
        return row;
    }

    /** Gives a row back to a file that headed others and now comes under another itself. */
    void own(Loaded file, long head) {
        FileRow own = file.row();
        FileRow row = own.settled(
                        own.version(),
                        own.updatedAt(),
                        own.updatedBy(),
                        Optional.empty(),
                        file.state(),
                        arriving.sealed(own.record(), own.fileId(), file.state(), file.key()))
                .under(head);
        write(row, file.state());
    }

    private FileRow alone(Group group, long version, long by, Instant at) {
        Loaded own = group.member(group.headId());
        FileRow row = write(own, version, by, at, Optional.empty(), own.state());
        members.forget(row.fileId());
        found(own, row);
        return row;
    }

    private FileRow write(Loaded own, long version, long by, Instant at, Optional<Linked> linked, FileState state) {
        FileRow row = own.row()
                .settled(
                        version,
                        at,
                        by,
                        linked,
                        state,
                        arriving.sealed(own.row().record(), own.row().fileId(), state, own.key()));
        write(row, state);
        return row;
    }

    private void write(FileRow row, FileState state) {
        List<String> all =
                fields.catalogue().fields(row.record()).stream().map(Field::key).toList();
        files.update(row, all, Optional.of(SortKey.of(state.value("name").text())));
        files.link(row);
    }

    /** By its own values, in the scope of the head. */
    private void found(Loaded file, FileRow head) {
        long id = file.row().fileId();
        search.update(tokens.of(id, head.record(), file.state(), head.ownerId(), head.departmentId()));
        days.handOver(id, head.ownerId());
    }

    /** What the search box reads of a file: the clear texts that stand in its row while it is alone. */
    private Map<String, String> texts(Loaded file) {
        Map<String, String> texts = new HashMap<>();
        for (Field field : fields.catalogue().fields(file.row().record())) {
            Value value = file.state().value(field.key());
            boolean searched = field.search() != Field.Search.NONE && field.search() != Field.Search.EXACT;
            if (searched && !field.sealed() && field.type() != FieldType.LIST && !value.isEmpty()) {
                texts.put(field.key(), value.text());
            }
        }
        return texts;
    }
}
