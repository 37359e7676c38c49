package io.clientela.customer;

import io.clientela.access.People;
import io.clientela.customer.Arrivals.Arrival;
import io.clientela.customer.FileStore.Named;
import io.clientela.customer.KeyStore.Blind;
import io.clientela.customer.KeyStore.Claim;
import io.clientela.customer.Submission.Target;
import io.clientela.customer.WriteGate.Slot;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.ErrorCode;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.check.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which file a submission means, and who already claims the same key. */
@Component
class GateKeys {

    private final KeyStore keys;
    private final FileStore files;
    private final Preparing preparing;
    private final People people;

    GateKeys(KeyStore keys, FileStore files, Preparing preparing, People people) {
        this.keys = keys;
        this.files = files;
        this.preparing = preparing;
        this.people = people;
    }

    /** Finds the files that are meant; locks it at once, if wanted, where it is only one and linked to none. */
    Meant resolve(List<Slot> slots, boolean lock) {
        Set<String> numbers = new HashSet<>();
        Set<Blind> blinds = new HashSet<>();
        for (Slot slot : slots) {
            number(slot).ifPresent(number -> numbers.add(number.text()));
            slot.prepared().key().ifPresent(blinds::add);
        }
        List<FileRow> locked = lock && slots.size() == 1 && numbers.size() == 1
                ? files.lockAlone(numbers.iterator().next())
                : List.of();
        Map<String, Named> byNumber = locked.isEmpty() ? files.idsByNumber(numbers) : named(locked);
        Map<Blind, List<Claim>> byKey = keys.find(blinds);
        Map<Slot, Found> found = new HashMap<>();
        for (Slot slot : slots) {
            found.put(
                    slot,
                    switch (slot.prepared().submission().target()) {
                        case Target.NewFile fresh -> Found.NEW;
                        case Target.ByKey key -> byKey(slot.prepared(), key, byKey);
                        case Target.Known known -> byNumber(known.number(), byNumber);
                        case Target.Unowned unowned -> byNumber(unowned.number(), byNumber);
                        case Target.Held held -> byNumber(held.number(), byNumber);
                    });
        }
        return new Meant(found, locked);
    }

    private static Map<String, Named> named(List<FileRow> rows) {
        Map<String, Named> named = new HashMap<>();
        rows.forEach(row -> named.put(row.number().text(), new Named(row.fileId(), row.headId())));
        return named;
    }

    private static Optional<CustomerNumber> number(Slot slot) {
        return switch (slot.prepared().submission().target()) {
            case Target.NewFile fresh -> Optional.empty();
            case Target.ByKey key -> Optional.empty();
            case Target.Known known -> Optional.of(known.number());
            case Target.Unowned unowned -> Optional.of(unowned.number());
            case Target.Held held -> Optional.of(held.number());
        };
    }

    private static Found byNumber(CustomerNumber number, Map<String, Named> ids) {
        return Optional.ofNullable(ids.get(number.text()))
                .map(named -> Found.file(named.fileId(), named.headId()))
                .orElse(Found.error(CommonError.NOT_FOUND, List.of()));
    }

    private static Found byKey(Prepared prepared, Target.ByKey key, Map<Blind, List<Claim>> claims) {
        List<FieldProblem> wrong = prepared.cleaned().problems().stream()
                .filter(problem -> problem.field().equals(key.field()))
                .toList();
        if (!wrong.isEmpty()) {
            return Found.error(CommonError.INVALID_VALUES, wrong);
        }
        if (prepared.key().isEmpty()) {
            return Found.error(
                    CommonError.INVALID_VALUES, List.of(Cleaning.problem(key.field(), Fault.REQUIRED.code())));
        }
        List<Claim> claiming = claims.getOrDefault(prepared.key().get(), List.of());
        List<Long> heads = claiming.stream().map(Claim::headId).distinct().toList();
        if (heads.size() > 1) {
            return Found.error(CustomerError.AMBIGUOUS_KEY, List.of(Cleaning.problem(key.field(), "ambiguous_key")));
        }
        if (heads.isEmpty() && !key.insert()) {
            return Found.error(CustomerError.UNKNOWN_KEY, List.of(Cleaning.problem(key.field(), "unknown_key")));
        }
        return heads.isEmpty() ? Found.NEW : Found.file(meant(claiming), heads.getFirst());
    }

    /** Of several linked files with the same value the head is meant, else the oldest. */
    private static long meant(List<Claim> claims) {
        return claims.stream()
                .filter(claim -> claim.fileId() == claim.headId())
                .findFirst()
                .orElseGet(claims::getFirst)
                .fileId();
    }

    /** Warnings for new files whose identifying value another file claims already, by place in the batch. */
    Map<Integer, List<FieldProblem>> duplicates(List<Arrival> arrivals, Actor actor) {
        return warnings(
                arrivals.stream()
                        .map(arrival -> new Claimant(
                                arrival.written().index(),
                                arrival.written().number(),
                                arrival.written().row(),
                                arrival.identifying()))
                        .toList(),
                Optional.empty(),
                actor);
    }

    /** The same for files that are only rehearsed and so have no numbers, with the rows rehearsed before them. */
    Map<Integer, List<FieldProblem>> duplicatesOf(List<Creation> creations, TwinRows twins, Actor actor) {
        return warnings(
                creations.stream()
                        .map(creation -> new Claimant(
                                creation.index(),
                                new CustomerNumber(""),
                                creation.prepared().submission().how().row(),
                                preparing.identifying(creation.prepared())))
                        .toList(),
                Optional.of(twins),
                actor);
    }

    private Map<Integer, List<FieldProblem>> warnings(
            List<Claimant> claimants, Optional<TwinRows> earlier, Actor actor) {
        Map<Integer, List<FieldProblem>> warnings = new HashMap<>();
        Set<Blind> wanted = new HashSet<>();
        claimants.forEach(claimant -> wanted.addAll(claimant.identifying().values()));
        Map<Blind, List<Claim>> claims = keys.find(wanted);
        Map<Long, FileRow> known = known(claims.values());
        Map<Blind, Claimant> inBatch = new HashMap<>();
        for (Claimant claimant : claimants) {
            claimant.identifying().forEach((key, blind) -> {
                Optional<FieldProblem> warning = claimed(key, claims.getOrDefault(blind, List.of()), known, actor);
                Claimant twin = inBatch.putIfAbsent(blind, claimant);
                OptionalLong before =
                        earlier.map(rows -> rows.first(blind, claimant.row())).orElse(OptionalLong.empty());
                if (warning.isEmpty() && before.isPresent()) {
                    warning = Optional.of(inFile(key, before.getAsLong()));
                } else if (warning.isEmpty() && twin != null) {
                    warning = Optional.of(twin.remark(key));
                }
                warning.ifPresent(problem -> warnings.computeIfAbsent(claimant.index(), i -> new ArrayList<>())
                        .add(problem));
            });
        }
        return warnings;
    }

    /** What of an opened file tells a customer from all others and stands in another file too. */
    List<FieldProblem> doubled(Loaded file, Actor actor) {
        FileRow row = file.row();
        Map<String, Blind> own =
                new HashMap<>(preparing.keys(row.record(), file.state().values()));
        own.keySet().removeIf(key -> !preparing.identifies(row.record(), key));
        Map<Blind, List<Claim>> claims = keys.find(new HashSet<>(own.values()));
        claims.values().forEach(some -> some.removeIf(claim -> claim.headId() == row.headId()));
        Map<Long, FileRow> known = known(claims.values());
        claims.values().forEach(some -> some.removeIf(claim -> isGone(known, claim)));
        List<FieldProblem> doubled = new ArrayList<>();
        own.forEach((key, blind) -> claimed(key, claims.getOrDefault(blind, List.of()), known, actor)
                .ifPresent(doubled::add));
        return doubled;
    }

    private static boolean isGone(Map<Long, FileRow> known, Claim claim) {
        FileRow row = known.get(claim.headId());
        return row == null || !row.listed();
    }

    private static FieldProblem inFile(String key, long row) {
        return new FieldProblem(key, "duplicate_in_file", Map.of("row", Long.toString(row)));
    }

    private Map<Long, FileRow> known(Collection<List<Claim>> claims) {
        List<Long> ids = claims.stream()
                .flatMap(List::stream)
                .map(Claim::headId)
                .distinct()
                .toList();
        Map<Long, FileRow> known = new HashMap<>();
        if (!ids.isEmpty()) {
            files.find(ids).forEach(row -> known.put(row.fileId(), row));
        }
        return known;
    }

    /** A file about to claim the hashes of its identifying values. */
    private record Claimant(int index, CustomerNumber number, long row, Map<String, Blind> identifying) {

        /** What is said of another one with the same value; one only rehearsed is known by its row. */
        FieldProblem remark(String key) {
            return number.text().isEmpty()
                    ? inFile(key, row)
                    : new FieldProblem(key, "duplicate_key", Map.of("number", number.text()));
        }
    }

    /** A file outside the actor's scope is not named; only whom to ask is. */
    private Optional<FieldProblem> claimed(String key, List<Claim> claims, Map<Long, FileRow> known, Actor actor) {
        for (Claim claim : claims) {
            FileRow row = known.get(claim.headId());
            if (row != null && InScope.of(actor.scope(), row)) {
                return Optional.of(new FieldProblem(
                        key, "duplicate_key", Map.of("number", row.number().text())));
            }
        }
        return claims.stream()
                .findFirst()
                .flatMap(claim -> Optional.ofNullable(known.get(claim.headId())))
                .map(row -> new FieldProblem(
                        key,
                        "duplicate_key_elsewhere",
                        Map.of("department", people.departmentName(row.departmentId()))));
    }

    /** What was found for each submission, and which rows are locked by it. */
    record Meant(Map<Slot, Found> found, List<FileRow> locked) {}

    /** What was found for a submission: the file it is addressed to, nothing yet, or why it can't be told; {@code head} is 0 without a file. */
    record Found(Optional<Long> file, long head, Optional<ErrorCode> error, List<FieldProblem> problems) {
        static final Found NEW = new Found(Optional.empty(), 0, Optional.empty(), List.of());

        static Found file(long id, long head) {
            return new Found(Optional.of(id), head, Optional.empty(), List.of());
        }

        static Found error(ErrorCode error, List<FieldProblem> problems) {
            return new Found(Optional.empty(), 0, Optional.of(error), problems);
        }

        /** What two submissions share when they speak of the same file. */
        Object identity(Slot slot) {
            if (file.isPresent()) {
                return head;
            }
            return slot.prepared().key().<Object>map(key -> key).orElse(slot);
        }
    }
}
