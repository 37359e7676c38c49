package io.clientela.customer;

import io.clientela.access.People;
import io.clientela.customer.EntryBody.Holder;
import io.clientela.customer.MergePreview.ListRow;
import io.clientela.customer.MergePreview.Part;
import io.clientela.customer.MergePreview.Row;
import io.clientela.customer.Rendering.Purpose;
import io.clientela.customer.Survivorship.Chosen;
import io.clientela.customer.Survivorship.Golden;
import io.clientela.customer.UnmergePreview.Made;
import io.clientela.kernel.Actor;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Words what files would be together or apart, through field right and mask. */
@Component
class MergeWords {

    private final Rendering rendering;
    private final Differences differences;
    private final Deciding deciding;
    private final Settling settling;
    private final Groups groups;
    private final Structures structures;
    private final People people;

    MergeWords(
            Rendering rendering,
            Differences differences,
            Deciding deciding,
            Settling settling,
            Groups groups,
            Structures structures,
            People people) {
        this.rendering = rendering;
        this.differences = differences;
        this.deciding = deciding;
        this.settling = settling;
        this.groups = groups;
        this.structures = structures;
        this.people = people;
    }

    MergePreview preview(Joining.Plan plan, Group whole, Golden golden, Actor actor) {
        List<FileState> states = plan.groups().stream()
                .map(group -> settling.golden(group, group.head().updatedAt()).state())
                .toList();
        List<Field> readable = rendering.readable(whole.head().record(), actor);
        Judge judge = deciding.judge(actor);
        List<Row> rows = new ArrayList<>();
        List<ListRow> lists = new ArrayList<>();
        for (Field field : readable) {
            if (field.type() == FieldType.LIST) {
                List<Integer> counts = states.stream()
                        .map(state -> state.items(field.key()).size())
                        .toList();
                if (counts.stream().anyMatch(count -> count > 0)) {
                    lists.add(new ListRow(
                            field.key(),
                            rendering.label(field, actor),
                            counts,
                            golden.state().items(field.key()).size()));
                }
                continue;
            }
            List<Value> said = new ArrayList<>();
            for (int i = 0; i < states.size(); i++) {
                said.add(value(field, states.get(i), plan.groups().get(i).head()));
            }
            if (said.stream().anyMatch(value -> !value.isEmpty())) {
                boolean pickable = states.stream()
                        .noneMatch(state -> field.key().equals(Claiming.OWNER)
                                && state.value(field.key()).isEmpty());
                rows.add(row(field, said, pickable, whole, golden, judge, actor));
            }
        }
        return new MergePreview(
                whole.head().number().text(),
                plan.groups().stream()
                        .map(group -> part(group, readable, actor))
                        .toList(),
                rows,
                lists,
                structures.among(plan.groups().stream().map(Group::head).toList(), actor));
    }

    private Row row(
            Field field, List<Value> said, boolean pickable, Group whole, Golden golden, Judge judge, Actor actor) {
        List<@Nullable Cell> cells = new ArrayList<>();
        said.forEach(value -> cells.add(cell(field, value, actor)));
        Optional<Chosen> chosen = Optional.ofNullable(golden.chosen().get(field.key()));
        long different =
                said.stream().filter(value -> !value.isEmpty()).distinct().count();
        boolean fixed = chosen.filter(one -> one.why().equals("fixed")).isPresent();
        return new Row(
                field.key(),
                rendering.label(field, actor),
                cells,
                cell(field, value(field, golden.state(), whole.head()), actor),
                chosen.map(one -> whole.member(one.member().fileId())
                                .row()
                                .number()
                                .text())
                        .orElse(null),
                chosen.map(Chosen::why).orElse(null),
                different > 1,
                different > 1 && !fixed && pickable && judge.mayWrite(field));
    }

    /** What a field says; of the owner whose the file is, since a register may name somebody who is nobody here. */
    private static Value value(Field field, FileState state, FileRow row) {
        if (!field.key().equals(Claiming.OWNER)) {
            return state.value(field.key());
        }
        return Owners.value(state.holder().map(Holder::userId).orElse(row.ownerId()));
    }

    private @Nullable Cell cell(Field field, Value value, Actor actor) {
        return rendering.cell(field, value, actor, Purpose.READ).orElse(null);
    }

    private Part part(Group group, List<Field> readable, Actor actor) {
        FileRow row = group.head();
        return new Part(
                row.number().text(),
                row.version(),
                group.members().values().stream()
                        .map(file -> file.row().number().text())
                        .toList(),
                readable.stream()
                        .filter(field -> field.key().equals("name"))
                        .flatMap(field -> rendering
                                .cell(field, row.values().getOrDefault("name", Value.NONE), actor, Purpose.READ)
                                .map(Cell::text)
                                .stream())
                        .findFirst()
                        .orElse(null));
    }

    UnmergePreview preview(Group whole, Unmerged parted, List<Reassigning.Movable> movable, Actor actor) {
        FileState together = settling.golden(whole, whole.head().updatedAt()).state();
        String record = whole.head().record();
        List<UnmergePreview.Side> sides = new ArrayList<>();
        for (Unmerged.Side side : parted.sides()) {
            Group group = groups.of(side.headId());
            FileState apart = settling.golden(group, group.head().updatedAt()).state();
            sides.add(new UnmergePreview.Side(
                    side.number().text(),
                    side.members().stream().map(CustomerNumber::text).toList(),
                    differences.between(record, together, apart, actor)));
        }
        return new UnmergePreview(
                whole.head().version(),
                sides,
                movable.stream().map(one -> made(record, one, actor)).toList());
    }

    private Made made(String record, Reassigning.Movable one, Actor actor) {
        FileState before = new FileState();
        FileState after = new FileState();
        // Of the entry itself only what it said; what stood there before shows in the history.
        after.apply(one.entry().seq(), one.said());
        return new Made(
                one.from().number().text(),
                one.entry().seq(),
                one.entry().at(),
                people.displayName(one.entry().actorId()),
                one.entry().channel(),
                one.to().number().text(),
                one.isMovable(),
                differences.of(record, one.said(), before, after, actor));
    }
}
