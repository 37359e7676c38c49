package io.clientela.customer;

import io.clientela.customer.Arrivals.Arrival;
import io.clientela.customer.Deciding.Difference;
import io.clientela.customer.Outcome.Effect;
import io.clientela.customer.Owners.Owner;
import io.clientela.customer.Submission.Target;
import io.clientela.customer.WriteGate.Slot;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.ErrorCode;
import io.clientela.kernel.FileId;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.platform.Bundle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** One pass of the write gate over submissions that speak of different files, which are locked and opened. */
final class Round {

    private final GateParts parts;
    private final Actor actor;
    private final Judge judge;
    private final Instant at;
    private final Opened opened;
    private final Outcome[] outcomes;
    private final Optional<Rehearsal> rehearsal;
    private final List<Change> changes = new ArrayList<>();

    Round(GateParts parts, Actor actor, Instant at, Opened opened, Outcome[] outcomes, Optional<Rehearsal> rehearsal) {
        this.parts = parts;
        this.actor = actor;
        this.judge = parts.deciding().judge(actor);
        this.at = at;
        this.opened = opened;
        this.outcomes = outcomes;
        this.rehearsal = rehearsal;
    }

    void run(List<Slot> slots, Map<Slot, GateKeys.Found> targets) {
        List<Slot> creations = new ArrayList<>();
        for (Slot slot : slots) {
            GateKeys.Found found = targets.getOrDefault(slot, GateKeys.Found.NEW);
            if (found.error().isPresent()) {
                refuse(slot, found.error().get(), found.problems());
            } else if (found.file().isPresent()) {
                change(slot, found.file().get());
            } else {
                creations.add(slot);
            }
        }
        List<Creation> good = good(creations);
        if (rehearsal.isPresent()) {
            rehearse(good, rehearsal.get().twins());
            return;
        }
        List<Written> written = new ArrayList<>();
        if (!good.isEmpty()) {
            written.addAll(bringIn(parts.arriving().arrange(good, actor, at)));
        }
        Bundle bundle = parts.bundles().open();
        written.addAll(change(bundle));
        parts.records().keep(written, runId(slots), actor, bundle);
    }

    /** Writes new files that were arranged before. */
    void arrive(Arrivals arrivals, long runId) {
        parts.records().keep(bringIn(arrivals), runId, actor);
    }

    private static long runId(List<Slot> slots) {
        return slots.getFirst().prepared().submission().how().runId();
    }

    private List<Written> bringIn(Arrivals arrivals) {
        Map<Integer, List<FieldProblem>> doubles = parts.keys().duplicates(arrivals.each(), actor);
        parts.arriving().write(arrivals);
        for (Arrival arrival : arrivals.each()) {
            Written written = arrival.written();
            List<FieldProblem> warnings = new ArrayList<>(arrival.warnings());
            warnings.addAll(doubles.getOrDefault(written.index(), List.of()));
            outcomes[written.index()] = new Outcome.Accepted(
                    new FileId(written.fileId()), written.number(), arrival.version(), Effect.CREATED, warnings);
        }
        return arrivals.each().stream().map(Arrival::written).toList();
    }

    private List<Written> change(Bundle bundle) {
        if (changes.isEmpty()) {
            return List.of();
        }
        List<Written> written = parts.writing().write(changes, actor.userId(), at, bundle);
        if (!opened.groups().isEmpty()) {
            // What is put together of linked files is read from them.
            bundle.send();
        }
        Map<Long, FileRow> settled = parts.tying().settle(opened.groups(), changes, actor.userId(), at);
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            FileRow head = settled.getOrDefault(change.after().headId(), change.after());
            accept(change.index(), head, Effect.UPDATED, change.warnings(), left(change, written.get(i)));
        }
        return written;
    }

    private Optional<Outcome.Left> left(Change change, Written written) {
        return opened.group(change.after().fileId()).isPresent()
                ? Optional.empty()
                : Optional.of(new LeftFile(
                        change.after(), change.state(), written.entry().entry()));
    }

    /** Those that may come into being; the others are refused. */
    private List<Creation> good(List<Slot> slots) {
        List<Creation> good = new ArrayList<>();
        for (Slot slot : slots) {
            Creation creation = parts.arriving().decide(slot.index(), slot.prepared(), judge, actor);
            Optional<Outcome.Refused> refusal = refusal(creation, actor);
            if (refusal.isPresent()) {
                outcomes[slot.index()] = refusal.get();
            } else {
                good.add(creation);
            }
        }
        return good;
    }

    static Optional<Outcome.Refused> refusal(Creation creation, Actor actor) {
        if (!actor.may(Functions.CUSTOMERS_CREATE)) {
            return Optional.of(new Outcome.Refused(CommonError.NO_RIGHT, List.of()));
        }
        return creation.problems().isEmpty()
                ? Optional.empty()
                : Optional.of(new Outcome.Refused(CommonError.INVALID_VALUES, creation.problems()));
    }

    private void rehearse(List<Creation> creations, TwinRows twins) {
        Map<Integer, List<FieldProblem>> doubles = parts.keys().duplicatesOf(creations, twins, actor);
        for (Creation creation : creations) {
            List<FieldProblem> warnings = new ArrayList<>(creation.warnings());
            warnings.addAll(doubles.getOrDefault(creation.index(), List.of()));
            outcomes[creation.index()] =
                    new Outcome.Accepted(new FileId(0), new CustomerNumber(""), 0, Effect.CREATED, warnings);
        }
    }

    private void change(Slot slot, long fileId) {
        Optional<Loaded> found = opened.standing(fileId);
        Loaded file = found.orElse(null);
        if (Claiming.isClaim(slot.prepared().submission().target())) {
            claim(slot, found);
        } else if (file == null || !(InScope.of(actor.scope(), file.row()) || gaveAway(slot, fileId, file))) {
            refuse(slot, CommonError.NOT_FOUND, List.of());
        } else if (!file.row().listed()) {
            refuse(slot, CustomerError.WITHDRAWN, List.of());
        } else if (!actor.may(Functions.CUSTOMERS_CHANGE)) {
            refuse(slot, CommonError.NO_RIGHT, List.of());
        } else if (stale(slot, file.row())) {
            refuse(slot, CommonError.STALE_VERSION, List.of());
        } else {
            decide(slot, fileId, file);
        }
    }

    /** A file as it is by itself, whoever it is linked with. */
    private Loaded itself(long fileId, Loaded standing) {
        return opened.group(fileId).map(group -> group.member(fileId)).orElse(standing);
    }

    /** Whoever gave files away may take that back as a whole, though they don't see them any more. */
    private boolean gaveAway(Slot slot, long fileId, Loaded file) {
        Submission.Circumstances how = slot.prepared().submission().how();
        return how.takesBack() != 0
                && how.runId() != 0
                && parts.takingBack().gaveAway(itself(fileId, file), how.takesBack(), actor);
    }

    /** Changes hands by the pool's own rules: its files lie outside what many who may claim them see. */
    private void claim(Slot slot, Optional<Loaded> found) {
        Submission.Target target = slot.prepared().submission().target();
        Optional<ErrorCode> refusal = found.filter(file -> file.row().listed())
                .map(file -> parts.claiming().refusal(target, file.row(), actor, at))
                .orElse(Optional.of(CommonError.NOT_FOUND));
        if (refusal.isPresent()) {
            refuse(slot, refusal.get(), List.of());
        } else {
            Loaded file = found.orElseThrow();
            apply(
                    slot,
                    file.row().fileId(),
                    file,
                    slot.prepared(),
                    Claiming.difference(target, actor),
                    Optional.empty());
        }
    }

    private static boolean stale(Slot slot, FileRow row) {
        OptionalLong wanted = slot.prepared().submission().target() instanceof Target.Known known
                ? known.version()
                : OptionalLong.empty();
        return wanted.isPresent() && wanted.getAsLong() != row.version();
    }

    /** What takes an entry back speaks of the very file that said it, all else of the linked record. */
    private void decide(Slot slot, long fileId, Loaded standing) {
        Submission asked = slot.prepared().submission();
        Loaded file = asked.how().takesBack() == 0 ? standing : itself(fileId, standing);
        Optional<TakingBack.Plan> plan = asked.how().takesBack() == 0
                ? Optional.empty()
                : Optional.of(parts.takingBack().plan(file, asked.how().takesBack(), judge));
        Optional<ErrorCode> trouble = plan.flatMap(TakingBack.Plan::trouble);
        if (trouble.isPresent()) {
            refuse(
                    slot,
                    trouble.get(),
                    plan.map(TakingBack.Plan::keptAsProblems).orElse(List.of()));
            return;
        }
        Submission said = plan.map(one -> one.said(asked)).orElseGet(() -> asked.over(file.state()));
        Prepared prepared = parts.preparing().prepare(said, siblings(file));
        // What is taken back is what the entry said, no value worked out from it.
        plan.ifPresent(one ->
                prepared.cleaned().values().keySet().retainAll(one.body().set().keySet()));
        if (!prepared.cleaned().problems().isEmpty()) {
            refuse(slot, CommonError.INVALID_VALUES, prepared.cleaned().problems());
            return;
        }
        Difference difference = parts.deciding()
                .difference(
                        fileId,
                        file,
                        prepared,
                        judge,
                        () -> parts.items().nextIds(1).getFirst(),
                        plan.map(TakingBack.Plan::restored).orElse(Set.of()));
        if (!difference.problems.isEmpty()) {
            refuse(slot, CommonError.INVALID_VALUES, difference.problems);
            return;
        }
        if (plan.isEmpty()) {
            parts.lifecycle().complete(prepared.submission(), file.state(), difference);
            parts.contacts().complete(file.state(), difference);
        }
        apply(slot, fileId, file, prepared, difference, plan);
    }

    /** What rules may hold a value against: a contradiction with a hidden field would tell what it says. */
    private Map<String, String> siblings(Loaded file) {
        Map<String, String> texts = file.state().texts();
        texts.keySet().removeIf(key -> judge.isHidden(file.row().record(), key));
        return texts;
    }

    private void apply(
            Slot slot,
            long fileId,
            Loaded file,
            Prepared prepared,
            Difference difference,
            Optional<TakingBack.Plan> plan) {
        Submission.Circumstances how = prepared.submission().how();
        EntryBody decided = difference.body(how.reason());
        EntryBody body = plan.map(one -> one.complete(decided, how.takesBack())).orElse(decided);
        FileRow row = file.row();
        FileState state = file.state().copy().apply(row.lastSeq() + 1, body);
        boolean asItStands = body.isEmpty()
                || Claiming.isClaim(prepared.submission().target())
                || judge.isRule(prepared.submission());
        List<FieldProblem> unfit = asItStands ? List.of() : unfit(prepared, file, state, difference);
        if (!unfit.isEmpty()) {
            refuse(slot, CommonError.INVALID_VALUES, unfit);
            return;
        }
        if (!difference.waiting.isEmpty()) {
            keepWaiting(slot, fileId, file, prepared, difference);
        }
        if (body.isEmpty()) {
            accept(slot.index(), head(fileId, file), Effect.UNCHANGED, List.of(), Optional.empty());
        } else if (rehearsal.isPresent()) {
            Owner owner = owner(row, body, state, plan);
            state.putHolder(owner.holder());
            rehearsal.get().teller().accept(new Rehearsal.Foreseen(slot.index(), file, body, state));
            List<FieldProblem> warnings = new ArrayList<>(prepared.cleaned().warnings());
            owner.remark(state).ifPresent(warnings::add);
            accept(slot.index(), head(fileId, file), Effect.UPDATED, warnings, Optional.empty());
        } else {
            opened.group(fileId)
                    .ifPresentOrElse(
                            group -> tied(slot, group, fileId, prepared, body, plan),
                            () -> changes.add(changed(slot, file, prepared, body, state, plan)));
        }
    }

    private FileRow head(long fileId, Loaded file) {
        return opened.standing(fileId).orElse(file).row();
    }

    /** Each of the linked files takes what concerns it. */
    private void tied(
            Slot slot, Group group, long fileId, Prepared prepared, EntryBody body, Optional<TakingBack.Plan> plan) {
        Map<Long, EntryBody> bodies = plan.isPresent() ? Map.of(fileId, body) : group.split(body, fileId);
        bodies.forEach((id, said) -> {
            Loaded member = group.member(id);
            FileState state = member.state().copy().apply(member.row().lastSeq() + 1, said);
            changes.add(changed(slot, member, prepared, said, state, plan));
        });
    }

    /** Why the file can't become what it would. */
    private List<FieldProblem> unfit(Prepared prepared, Loaded file, FileState state, Difference difference) {
        List<FieldProblem> unfit =
                new ArrayList<>(parts.plan().missing(file.row().record(), state));
        unfit.addAll(parts.rules()
                .problems(new FileRule.Case(
                        file.row().headId(), prepared.submission(), file.state(), state, difference, actor)));
        return unfit;
    }

    private void keepWaiting(Slot slot, long fileId, Loaded file, Prepared prepared, Difference difference) {
        if (rehearsal.isEmpty()) {
            parts.pending().keep(itself(fileId, file), file.row().version(), prepared, difference.waiting, actor, at);
        }
        FileRow row = file.row();
        outcomes[slot.index()] =
                new Outcome.Pending(new FileId(row.fileId()), row.number(), List.copyOf(difference.waiting));
    }

    /** Whose the file is with what is said. */
    private Owner owner(FileRow row, EntryBody body, FileState state, Optional<TakingBack.Plan> plan) {
        if (!body.set().containsKey(Claiming.OWNER)) {
            return Owners.of(row);
        }
        String named = state.value(Claiming.OWNER).text();
        return plan.flatMap(TakingBack.Plan::holder)
                .map(holder -> new Owner(holder.userId(), holder.departmentId(), true))
                .orElseGet(() ->
                        named.isEmpty() ? Owners.nobody(row) : parts.owners().named(named, actor));
    }

    private Change changed(
            Slot slot,
            Loaded file,
            Prepared prepared,
            EntryBody body,
            FileState state,
            Optional<TakingBack.Plan> plan) {
        FileRow row = file.row();
        List<FieldProblem> warnings = new ArrayList<>(prepared.cleaned().warnings());
        plan.map(TakingBack.Plan::keptAsProblems).ifPresent(warnings::addAll);
        Owner owner = owner(row, body, state, plan);
        owner.remark(state).ifPresent(warnings::add);
        EntryBody said = body;
        if (!owner.holder().equals(Owners.of(row).holder())) {
            said = body.heldBy(owner.holder());
            state.putHolder(owner.holder());
        }
        Map<String, byte[]> sealed = parts.arriving().sealed(row.record(), row.fileId(), state, file.key());
        FileRow after = row.changed(owner.userId(), owner.departmentId(), at, actor.userId(), state, sealed);
        return new Change(
                slot.index(),
                Entry.CHANGED,
                prepared.submission(),
                row,
                after,
                file.state(),
                state,
                said,
                said.fields(),
                warnings,
                file.key());
    }

    private void accept(
            int index, FileRow row, Effect effect, List<FieldProblem> warnings, Optional<Outcome.Left> left) {
        if (!(outcomes[index] instanceof Outcome.Pending)) {
            outcomes[index] =
                    new Outcome.Accepted(new FileId(row.fileId()), row.number(), row.version(), effect, warnings, left);
        }
    }

    private void refuse(Slot slot, ErrorCode error, List<FieldProblem> problems) {
        outcomes[slot.index()] = new Outcome.Refused(error, problems);
    }
}
