package io.clientela.customer;

import static io.clientela.customer.Cast.unwish;
import static io.clientela.customer.Cast.wish;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.customer.JournalStore.Sealed;
import io.clientela.customer.Outcome.Accepted;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.ItemChange;
import io.clientela.customer.Submission.ListChange;
import io.clientela.customer.Submission.Target;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Scope;
import io.clientela.kernel.Visibility;
import io.clientela.kit.check.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.transaction.support.TransactionTemplate;

/** What may happen to several files that are tied together and apart: the history a law is held against. */
final class MergeHistory {

    static final int FILES = 4;
    /** Holds a stored file. */
    static final String FILE = "own_file";

    private static final AtomicLong RUNS = new AtomicLong(880_000);
    static final Actor ALL_CLEAR = owner(0);
    private static final List<String> FIELDS =
            List.of("name", "short_name", "city", "address", "postal_code", "remarks", "bank_account");

    private final WriteGate gate;
    private final Merges merges;
    private final CustomerAttachments attachments;
    private final FileStore files;
    private final JournalStore journal;
    private final Groups groups;
    private final Loaded.Loader loader;
    private final TransactionTemplate transaction;

    MergeHistory(
            WriteGate gate,
            Merges merges,
            CustomerAttachments attachments,
            FileStore files,
            JournalStore journal,
            Groups groups,
            Loaded.Loader loader,
            TransactionTemplate transaction) {
        this.gate = gate;
        this.merges = merges;
        this.attachments = attachments;
        this.files = files;
        this.journal = journal;
        this.groups = groups;
        this.loader = loader;
        this.transaction = transaction;
    }

    /** One thing that happens; numbers choose among what there is. */
    record Step(int kind, int file, int other, int value) {}

    /** One who sees and may do all, of a department of their own. */
    private static Actor owner(int nth) {
        return Cast.actor(
                905 + nth,
                1 + nth,
                new Scope.All(),
                Map.of("*", new FieldRight(Visibility.CLEAR, true, Visibility.CLEAR)));
    }

    List<CustomerNumber> begun() {
        List<CustomerNumber> numbers = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            long run = RUNS.incrementAndGet();
            Circumstances how = i % 2 == 0
                    ? new Circumstances("import", "csv", "", "", run, 1, Context.NONE)
                    : Circumstances.of("page");
            Submission submission = new Submission(
                    new Target.NewFile(),
                    "enterprise",
                    Cast.values("name", "并档公司" + i % 3, "external_id", "M" + run, "city", "城市" + i),
                    Map.of(
                            "contacts",
                            new ListChange(
                                    List.of(
                                            new ItemChange(
                                                    OptionalLong.empty(),
                                                    Cast.values("name", "甲", "important_dates", "05-0" + (i + 1))),
                                            new ItemChange(OptionalLong.empty(), Cast.values("name", "乙"))),
                                    List.of())),
                    how);
            numbers.add(((Accepted) gate.submit(List.of(submission), owner(i)).getFirst()).number());
        }
        return numbers;
    }

    void happen(List<CustomerNumber> numbers, Step step) {
        CustomerNumber one = numbers.get(step.file());
        CustomerNumber two = numbers.get(step.other());
        switch (step.kind()) {
            case 0, 1 -> edit(numbers, step);
            case 2 -> contact(one, step);
            case 3, 4, 5 -> merge(one, two, step);
            case 6 -> unmerge(one);
            case 7 -> imported(one, step);
            case 8 -> withdraw(one);
            case 9 -> attach(one, step);
            case 10 -> relate(one, two, step);
            default -> takeBack(one, step);
        }
    }

    void edit(List<CustomerNumber> numbers, Step step) {
        String field = FIELDS.get(step.value() % FIELDS.size());
        String value = step.value() % 5 == 0 && !field.equals("name")
                ? ""
                : switch (field) {
                    case "bank_account" -> "62220212345" + step.value() % 7;
                    case "postal_code" -> "31000" + step.value() % 9;
                    default -> "值" + step.value() / 3;
                };
        put(numbers.get(step.file()), field, value);
    }

    /** A stored file handed over and entered under the number of a file, or the one there taken away. */
    private void attach(CustomerNumber number, Step step) {
        if (step.value() % 5 == 0) {
            put(number, FILE, "");
            return;
        }
        String content = "%PDF-1.7\n" + step.value();
        try (InputStream in = new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8))) {
            put(
                    number,
                    FILE,
                    Long.toString(attachments
                            .take(number, FILE, step.value() + ".pdf", in, ALL_CLEAR)
                            .id()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Refusal refused) {
            assertThat(refused.error()).isEqualTo(CustomerError.WITHDRAWN);
        }
    }

    private void put(CustomerNumber number, String field, String value) {
        gate.submit(
                List.of(new Submission(
                        new Target.Known(number, OptionalLong.empty()),
                        "enterprise",
                        Cast.values(field, value),
                        Map.of(),
                        Circumstances.of("page"))),
                ALL_CLEAR);
    }

    private void contact(CustomerNumber number, Step step) {
        List<Long> shown = List.copyOf(golden(number).state().items("contacts").keySet());
        OptionalLong item = shown.isEmpty() || step.value() % 3 == 0
                ? OptionalLong.empty()
                : OptionalLong.of(shown.get(step.value() % shown.size()));
        ListChange change = step.value() % 3 == 1 && item.isPresent()
                ? new ListChange(List.of(), List.of(item.getAsLong()))
                : new ListChange(
                        List.of(new ItemChange(
                                item, Cast.values("name", "人" + step.value() % 4, "position", "职" + step.value() % 5))),
                        List.of());
        gate.submit(
                List.of(new Submission(
                        new Target.Known(number, OptionalLong.empty()),
                        "enterprise",
                        Map.of(),
                        Map.of("contacts", change),
                        Circumstances.of("page"))),
                ALL_CLEAR);
    }

    /** One says what another is to it, or takes what it says first away; what can't be is refused. */
    private void relate(CustomerNumber one, CustomerNumber two, Step step) {
        List<Long> shown =
                List.copyOf(golden(one).state().items(RelationParts.LIST).keySet());
        ListChange change = step.value() % 4 == 0 && !shown.isEmpty()
                ? new ListChange(List.of(), List.of(shown.getFirst()))
                : new ListChange(
                        List.of(new ItemChange(
                                OptionalLong.empty(),
                                Cast.values(
                                        RelationParts.KIND,
                                        List.of("subsidiary", "parent_company", "partner")
                                                .get(step.value() % 3),
                                        RelationParts.CUSTOMER,
                                        two.text()))),
                        List.of());
        gate.submit(
                List.of(new Submission(
                        new Target.Known(one, OptionalLong.empty()),
                        "enterprise",
                        Map.of(),
                        Map.of(RelationParts.LIST, change),
                        Circumstances.of("page"))),
                ALL_CLEAR);
    }

    private void merge(CustomerNumber one, CustomerNumber two, Step step) {
        try {
            Map<String, CustomerNumber> picks = step.value() % 2 == 0 ? Map.of("city", two) : Map.of();
            merges.merge(wish(step.value() % 3 == 0 ? two : null, picks, one, two), ALL_CLEAR);
        } catch (Refusal refused) {
            assertThat(refused.error())
                    .isIn(CustomerError.ALREADY_MERGED, CustomerError.WITHDRAWN, CommonError.INVALID_VALUES);
        }
    }

    private void unmerge(CustomerNumber number) {
        try {
            Group group = groups.of(id(number));
            UnmergeWish wish = unwish(number);
            UnmergePreview preview = merges.previewUnmerge(wish, ALL_CLEAR);
            List<UnmergeWish.Move> moves = preview.entries().stream()
                    .filter(UnmergePreview.Made::movable)
                    .limit(1)
                    .map(made -> new UnmergeWish.Move(new CustomerNumber(made.from()), made.entry()))
                    .toList();
            merges.unmerge(
                    new UnmergeWish(number, OptionalLong.of(group.head().version()), moves, "", wish.how()), ALL_CLEAR);
        } catch (Refusal refused) {
            assertThat(refused.error()).isIn(CustomerError.NOT_MERGED, CustomerError.UNMERGE_HEAD);
        }
    }

    /** By the key of the file itself, whoever it belongs to. */
    private void imported(CustomerNumber number, Step step) {
        Loaded own = groups.of(id(number)).member(id(number));
        String key = own.state().value("external_id").text();
        if (key.isEmpty()) {
            return;
        }
        int before = own.row().lastSeq();
        Submission submission = new Submission(
                new Target.ByKey("external_id", false),
                "enterprise",
                Cast.values("external_id", key, "remarks", "导入" + step.value() + "/" + RUNS.get()),
                Map.of(),
                new Circumstances("import", "csv", "", "", RUNS.incrementAndGet(), 1, Context.NONE));
        Outcome outcome = gate.submit(List.of(submission), ALL_CLEAR).getFirst();
        if (outcome instanceof Accepted accepted && accepted.effect() == Outcome.Effect.UPDATED) {
            assertThat(files.exactly(number).orElseThrow().lastSeq()).isEqualTo(before + 1);
            assertThat(accepted.number())
                    .isEqualTo(files.find(number).orElseThrow().number());
        }
    }

    private void withdraw(CustomerNumber number) {
        Sealed first = journal.entriesUpTo(id(number), 1).getFirst();
        first.entry().runId().ifPresent(run -> {
            boolean linked = files.exactly(number).orElseThrow().isLinked();
            transaction.executeWithoutResult(status -> gate.takeBack(run, 0, 10, ALL_CLEAR)
                    .files()
                    .forEach(undone -> {
                        if (linked) {
                            assertThat(undone.effect().name()).isEqualTo("KEPT_LINKED");
                        }
                    }));
        });
    }

    private void takeBack(CustomerNumber number, Step step) {
        int last = files.exactly(number).orElseThrow().lastSeq();
        gate.submit(
                List.of(new Submission(
                        new Target.Known(number, OptionalLong.empty()),
                        "enterprise",
                        Map.of(),
                        Map.of(),
                        Circumstances.takingBack(1 + step.value() % last, "试"))),
                ALL_CLEAR);
    }

    FileRow head(CustomerNumber number) {
        return files.find(number).orElseThrow();
    }

    Loaded golden(CustomerNumber number) {
        FileRow row = head(number);
        return loader.open(List.of(row)).get(row.fileId());
    }

    long id(CustomerNumber number) {
        return files.exactly(number).orElseThrow().fileId();
    }

    List<Long> ids(List<CustomerNumber> numbers) {
        return numbers.stream().map(this::id).toList();
    }
}
