package io.clientela.customer;

import static io.clientela.customer.Cast.unwish;
import static io.clientela.customer.Cast.wish;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.fields.FieldCatalogue;
import io.clientela.fields.OwnFields;
import io.clientela.kit.fields.FieldType;
import io.clientela.platform.ServerTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The laws of merging, after any history of several files. */
@ServerTest
// A database apart: its enterprises have a field for files.
@TestPropertySource(properties = "clientela.test.apart=merging")
class MergePropertyTest {

    /** Files looked for in other departments, or as another's, than the customer they belong to. */
    private static final String ELSEWHERE = """
            select s.file_id
            from customer.search s
            join customer.file f on f.file_id = s.head_id
            where s.file_id in (:files)
              and (s.department_id is distinct from f.department_id or s.owner_id is distinct from f.owner_id)
            """;

    private static final String RELATION = "%s of %d";

    /** Without the rows the test itself has pointed to the files. */
    private static final String RELATIONS = """
            select r.item_id, r.kind, r.other_head_id
            from customer.relation r
            join customer.item i on i.item_id = r.item_id and i.list_key = 'relations'
            where r.file_id = :file
            """;

    @Autowired
    WriteGate gate;

    @Autowired
    Merges merges;

    @Autowired
    CustomerAttachments attachments;

    @Autowired
    FieldCatalogue catalogue;

    @Autowired
    FileStore files;

    @Autowired
    JournalStore journal;

    @Autowired
    Groups groups;

    @Autowired
    Settling settling;

    @Autowired
    Loaded.Loader loader;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    private MergeHistory happenings;

    /** jqwik knows nothing of Spring; the context is the one the other tests share. */
    @BeforeProperty
    void context() throws Exception {
        new TestContextManager(MergePropertyTest.class).prepareTestInstance(this);
        new OwnFields(sql, catalogue)
                .declare("enterprise", MergeHistory.FILE, FieldType.FILE, Map.of("rule", "attachment", "sealed", true));
        happenings = new MergeHistory(gate, merges, attachments, files, journal, groups, loader, transaction);
    }

    @Provide
    Arbitrary<List<MergeHistory.Step>> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.integers().between(0, MergeHistory.FILES - 1),
                        Arbitraries.integers().between(0, MergeHistory.FILES - 1),
                        Arbitraries.integers().between(0, 40))
                .as(MergeHistory.Step::new)
                .list()
                .ofMinSize(3)
                .ofMaxSize(14);
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void everyFileIsTheFoldOfItsEntriesAndEveryRowBelongsToTheHead(
            @ForAll("histories") List<MergeHistory.Step> history) {
        List<CustomerNumber> numbers = happenings.begun();
        HeadRows rows = new HeadRows(sql, transaction);
        numbers.forEach(number -> rows.pointTo(happenings.id(number)));
        for (MergeHistory.Step step : history) {
            happenings.happen(numbers, step);
            check(numbers, rows);
        }
        apart(numbers);
        check(numbers, rows);
    }

    @Tag("soak")
    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void everyFileIsTheFoldOfItsEntriesAndEveryRowBelongsToTheHeadAtLength(
            @ForAll("histories") List<MergeHistory.Step> history) {
        everyFileIsTheFoldOfItsEntriesAndEveryRowBelongsToTheHead(history);
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void whatIsMergedAndPartedAgainIsAsItWas(@ForAll("histories") List<MergeHistory.Step> history) {
        List<CustomerNumber> numbers = happenings.begun();
        HeadRows rows = new HeadRows(sql, transaction);
        numbers.forEach(number -> rows.pointTo(happenings.id(number)));
        history.forEach(step -> happenings.happen(numbers, step));
        for (int other = 1; other < MergeHistory.FILES; other++) {
            Map<String, List<String>> before = rows.snapshot(happenings.ids(numbers));
            Map<Long, FileState> said = states(numbers);
            CustomerNumber one = numbers.getFirst();
            CustomerNumber two = numbers.get(other);
            if (!mergeable(one, two)) {
                continue;
            }
            CustomerNumber left = files.find(two).orElseThrow().number();
            CustomerNumber right = files.find(one).orElseThrow().number();
            Merged merged = merges.merge(wish(null, Map.of(), one, two), MergeHistory.ALL_CLEAR);
            merges.unmerge(unwish(merged.number().equals(left) ? right : left), MergeHistory.ALL_CLEAR);
            assertThat(rows.snapshot(happenings.ids(numbers))).isEqualTo(before);
            assertThat(states(numbers)).isEqualTo(said);
        }
    }

    @Tag("soak")
    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void whatIsMergedAndPartedAgainIsAsItWasAtLength(@ForAll("histories") List<MergeHistory.Step> history) {
        whatIsMergedAndPartedAgainIsAsItWas(history);
    }

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void theOrderOfLinksAndPicksDoesNotMatter(@ForAll Random random) {
        List<String> said = new ArrayList<>();
        long seed = random.nextLong();
        for (int turn = 0; turn < 3; turn++) {
            Random same = new Random(seed);
            List<CustomerNumber> numbers = happenings.begun();
            for (int i = 0; i < 8; i++) {
                happenings.edit(
                        numbers, new MergeHistory.Step(0, same.nextInt(MergeHistory.FILES), 0, same.nextInt(40)));
            }
            List<int[]> links = new ArrayList<>();
            for (int i = 1; i < MergeHistory.FILES; i++) {
                links.add(new int[] {i, same.nextInt(i), same.nextInt(2)});
            }
            Collections.shuffle(links, new Random(seed + turn));
            List<String> picked = List.of("", "short_name", "city", "remarks");
            for (int[] link : links) {
                CustomerNumber chosen = numbers.get(link[2] == 0 ? link[0] : link[1]);
                String field = picked.get(link[0]);
                boolean filled =
                        !states(numbers).get(happenings.id(chosen)).value(field).isEmpty();
                merges.merge(
                        wish(
                                null,
                                filled ? Map.of(field, chosen) : Map.of(),
                                numbers.get(link[0]),
                                numbers.get(link[1])),
                        MergeHistory.ALL_CLEAR);
            }
            Loaded golden = happenings.golden(numbers.getFirst());
            Map<String, Object> texts = new TreeMap<>();
            golden.state().values().forEach((key, value) -> texts.put(key, value.parts()));
            // Another one in each turn.
            texts.remove("external_id");
            List<String> contacts = golden.state().items("contacts").values().stream()
                    .map(parts -> new TreeMap<>(parts).toString())
                    .sorted()
                    .toList();
            said.add(texts + " " + contacts);
        }
        assertThat(Set.copyOf(said)).hasSize(1);
    }

    @Tag("soak")
    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void theOrderOfLinksAndPicksDoesNotMatterAtLength(@ForAll Random random) {
        theOrderOfLinksAndPicksDoesNotMatter(random);
    }

    /** Laws (b) and (d), the golden record from the journals alone, and the law of the head. */
    private void check(List<CustomerNumber> numbers, HeadRows rows) {
        assertThat(rows.wrong(happenings.ids(numbers))).isEmpty();
        assertThat(sql.sql(ELSEWHERE)
                        .param("files", happenings.ids(numbers))
                        .query(Long.class)
                        .list())
                .isEmpty();
        for (CustomerNumber number : numbers) {
            FileRow head = files.find(number).orElseThrow();
            assertThat(head.isAbsorbed()).isFalse();
            Group group = groups.of(happenings.id(number));
            Loaded own = group.member(happenings.id(number));
            FileState folded = FileState.fold(
                    new ArrayList<>(
                            journal.entriesUpTo(happenings.id(number), own.row().lastSeq())),
                    own.key());
            assertThat(own.state()).isEqualTo(folded);
            isThere(number, own);
            isFoundFromBothSides(own);
            assertThat(head.listed()).isEqualTo(!head.isWithdrawn());
            assertThat(files.exactly(number).orElseThrow().listed())
                    .isEqualTo(!head.isWithdrawn() && head.fileId() == happenings.id(number));
        }
        GoldenFromJournals journals = new GoldenFromJournals(groups, journal, settling);
        for (CustomerNumber number : numbers) {
            assertThat(happenings.golden(number).state())
                    .isEqualTo(
                            journals.golden(happenings.ids(numbers), happenings.id(number), happenings.head(number)));
        }
    }

    /** The stored file a file names is its own, opens with its key, and is handed out under its number. */
    private void isThere(CustomerNumber number, Loaded own) {
        Attached.of(own.state().value(MergeHistory.FILE)).ifPresent(attached -> {
            assertThat(sql.sql(
                                    "select a.file_id from attachment.attachment a where a.attachment_id = :id and a.bound_at is not null")
                            .param("id", attached.id())
                            .query(Long.class)
                            .optional())
                    .contains(own.row().fileId());
            try (InputStream content = attachments
                    .fetch(number, attached.id(), MergeHistory.ALL_CLEAR)
                    .content()) {
                assertThat(content.readAllBytes()).hasSize(Math.toIntExact(attached.size()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** What a file says of its relations is what they are found by, whoever stands for the other one now. */
    private void isFoundFromBothSides(Loaded own) {
        Map<Long, String> said = new TreeMap<>();
        own.state()
                .items(RelationParts.LIST)
                .forEach((item, parts) -> said.put(
                        item,
                        RELATION.formatted(
                                parts.get(RelationParts.KIND).text(),
                                files.find(new CustomerNumber(parts.get(RelationParts.CUSTOMER)
                                                .text()))
                                        .orElseThrow()
                                        .headId())));
        Map<Long, String> found = new TreeMap<>();
        sql.sql(RELATIONS).param("file", own.row().fileId()).query(row -> {
            found.put(row.getLong("item_id"), RELATION.formatted(row.getString("kind"), row.getLong("other_head_id")));
        });
        assertThat(found).isEqualTo(said);
    }

    private void apart(List<CustomerNumber> numbers) {
        for (int turn = 0; turn < MergeHistory.FILES; turn++) {
            numbers.forEach(number -> {
                if (files.exactly(number).orElseThrow().isAbsorbed()) {
                    merges.unmerge(unwish(number), MergeHistory.ALL_CLEAR);
                }
            });
        }
        numbers.forEach(number ->
                assertThat(files.exactly(number).orElseThrow().isLinked()).isFalse());
    }

    private boolean mergeable(CustomerNumber one, CustomerNumber two) {
        FileRow first = files.find(one).orElseThrow();
        FileRow second = files.find(two).orElseThrow();
        return first.fileId() != second.fileId() && first.listed() && second.listed();
    }

    private Map<Long, FileState> states(List<CustomerNumber> numbers) {
        Map<Long, FileState> states = new TreeMap<>();
        numbers.forEach(number -> states.put(
                happenings.id(number),
                groups.of(happenings.id(number)).member(happenings.id(number)).state()));
        return states;
    }
}
