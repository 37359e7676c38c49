package io.clientela.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.customer.Outcome.Accepted;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.ItemChange;
import io.clientela.customer.Submission.ListChange;
import io.clientela.customer.Submission.Target;
import io.clientela.exchange.spi.ImportTarget.Undone;
import io.clientela.exchange.spi.ImportTarget.UndoneBatch;
import io.clientela.exchange.spi.ImportTarget.UndoneEffect;
import io.clientela.fields.FieldCatalogue;
import io.clientela.fields.OwnFields;
import io.clientela.kit.check.Context;
import io.clientela.platform.ServerTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is stored is the fold of the journal: held over random histories with a fixed seed. */
@ServerTest
class FoldingTest {

    private static final int HISTORIES = 12;
    private static final int STEPS = 15;

    @Autowired
    WriteGate gate;

    @Autowired
    FileStore files;

    @Autowired
    JournalStore journal;

    @Autowired
    Loaded.Loader loader;

    @Autowired
    Undoing undoing;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    FieldCatalogue catalogue;

    @Autowired
    JdbcClient sql;

    @BeforeEach
    void declare() {
        new OwnFields(sql, catalogue).ofEveryKind("enterprise");
    }

    @Test
    void aRebuildFromTheJournalGivesTheStoredStateAfterAnyHistory() {
        Random random = new Random(20261122);
        for (int history = 0; history < HISTORIES; history++) {
            CustomerNumber number = begin(random);
            for (int step = 0; step < STEPS; step++) {
                gate.submit(List.of(next(number, random)), Cast.CHEN);
                assertThat(rebuilt(number)).isEqualTo(stored(number));
            }
        }
    }

    @Test
    void takingARunBackGivesTheStateBeforeItAfterAnyHistory() {
        Random random = new Random(11222026);
        for (int history = 0; history < HISTORIES; history++) {
            CustomerNumber number = begin(random);
            for (int step = 0; step < random.nextInt(STEPS); step++) {
                gate.submit(List.of(next(number, random)), Cast.CHEN);
            }
            FileState before = stored(number);
            long run = 50_000 + history;
            for (int row = 1; row <= 4; row++) {
                Submission typed = next(number, random);
                gate.submit(
                        List.of(new Submission(
                                typed.target(), typed.record(), typed.values(), typed.lists(), ofRun(run, row))),
                        Cast.CHEN);
            }
            boolean touched = !stored(number).equals(before);
            UndoneBatch undone = transaction.execute(status -> undoing.undo(run, 0, 100, Cast.CHEN));
            assertThat(undone.files())
                    .extracting(Undone::effect)
                    .containsExactlyElementsOf(touched ? List.of(UndoneEffect.REVERTED) : List.of());
            assertThat(stored(number)).isEqualTo(before);
            assertThat(rebuilt(number)).isEqualTo(before);
        }
    }

    @Test
    void whatIsKeptOfACardIsReadWithTheOpenedFileOnlyAndNoOtherChangeTakesItAway() {
        Submission said = Cast.newIndividual("name", "卡一", "card_properties", card(7));
        CustomerNumber number =
                ((Accepted) gate.submit(List.of(said), Cast.CHEN).getFirst()).number();
        gate.submit(List.of(Cast.change(number, OptionalLong.empty(), "city", "Lugo")), Cast.CHEN);
        FileRow row = files.find(number).orElseThrow();
        assertThat(row.sealed()).doesNotContainKey("card_properties");
        assertThat(stored(number).value("card_properties").text()).contains("NICKNAME:7");
        assertThat(rebuilt(number)).isEqualTo(stored(number));
        gate.submit(List.of(Cast.change(number, OptionalLong.empty(), "card_properties", "")), Cast.CHEN);
        assertThat(stored(number).value("card_properties").isEmpty()).isTrue();
    }

    private static Circumstances ofRun(long run, long row) {
        return new Circumstances("import", "file", "", "", run, row, Context.of("CN"));
    }

    private CustomerNumber begin(Random random) {
        Submission submission = new Submission(
                new Target.NewFile(),
                "enterprise",
                values(random, true),
                Map.of("contacts", new ListChange(List.of(item(random, OptionalLong.empty())), List.of())),
                Circumstances.of("page"));
        return ((Accepted) gate.submit(List.of(submission), Cast.CHEN).getFirst()).number();
    }

    private Submission next(CustomerNumber number, Random random) {
        List<Long> ids = new ArrayList<>(stored(number).items("contacts").keySet());
        List<ItemChange> set = new ArrayList<>();
        List<Long> removed = new ArrayList<>();
        switch (random.nextInt(4)) {
            case 0 -> set.add(item(random, OptionalLong.empty()));
            case 1 -> {
                if (!ids.isEmpty()) {
                    set.add(item(random, OptionalLong.of(ids.get(random.nextInt(ids.size())))));
                }
            }
            case 2 -> {
                if (!ids.isEmpty()) {
                    removed.add(ids.get(random.nextInt(ids.size())));
                }
            }
            default -> {}
        }
        return new Submission(
                new Target.Known(number, OptionalLong.empty()),
                "enterprise",
                values(random, false),
                Map.of("contacts", new ListChange(set, removed)),
                Circumstances.of("page").because("step"));
    }

    private static Map<String, List<String>> values(Random random, boolean named) {
        Map<String, List<String>> values = new HashMap<>();
        if (named || random.nextInt(4) == 0) {
            values.put("name", List.of("公司" + random.nextInt(1000)));
        }
        maybe(values, random, "city", "城市" + random.nextInt(5));
        maybe(values, random, "bank_account", "622202" + random.nextInt(100_000, 999_999));
        maybe(values, random, "registered_capital", random.nextInt(1, 9) + "00.50");
        maybe(values, random, "founded_on", "20" + random.nextInt(10, 24) + "-03-0" + random.nextInt(1, 9));
        maybe(values, random, "external_id", "X" + random.nextInt(100_000));
        maybe(values, random, "own_number", random.nextInt(1, 9) + "0.5");
        maybe(values, random, "own_date", "20" + random.nextInt(10, 24) + "-05-0" + random.nextInt(1, 9));
        maybe(values, random, "own_secret", "密" + random.nextInt(1000));
        maybe(values, random, "card_properties", card(random.nextInt(100)));
        if (random.nextInt(3) == 0) {
            values.put("needs", List.of("需求" + random.nextInt(4), "其他" + random.nextInt(4)));
        }
        return values;
    }

    private static String card(int nickname) {
        return "BEGIN:VCARD\nVERSION:4.0\nNICKNAME:" + nickname + "\nEND:VCARD\n";
    }

    private static void maybe(Map<String, List<String>> values, Random random, String key, String value) {
        switch (random.nextInt(5)) {
            case 0, 1 -> values.put(key, List.of(value));
            case 2 -> values.put(key, List.of());
            default -> {}
        }
    }

    private static ItemChange item(Random random, OptionalLong id) {
        Map<String, List<String>> parts = new HashMap<>();
        parts.put("name", List.of("联系人" + random.nextInt(100)));
        maybe(parts, random, "position", "经理" + random.nextInt(3));
        return new ItemChange(id, parts);
    }

    private FileState stored(CustomerNumber number) {
        FileRow row = files.find(number).orElseThrow();
        return loader.open(List.of(row)).get(row.fileId()).state();
    }

    private FileState rebuilt(CustomerNumber number) {
        FileRow row = files.find(number).orElseThrow();
        Loaded file = loader.open(List.of(row)).get(row.fileId());
        return FileState.fold(journal.entries(row.fileId(), Instant.parse("9999-01-01T00:00:00Z")), file.key());
    }
}
