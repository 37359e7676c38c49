package io.clientela.customer;

import io.clientela.customer.EntryBody.Holder;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.Target;
import io.clientela.kernel.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Appends entries about how files belong together to the journals of single files of a group. */
@Component
class TieEntries {

    private final Writing writing;
    private final Arriving arriving;

    TieEntries(Writing writing, Arriving arriving) {
        this.writing = writing;
        this.arriving = arriving;
    }

    /** The group knows the file as it is afterwards. */
    Written append(Group group, long file, String kind, EntryBody body, Circumstances how, Actor actor, Instant at) {
        Loaded own = group.member(file);
        FileRow row = own.row();
        FileState state = own.state().copy().apply(row.lastSeq() + 1, body);
        Holder holder = state.holder().orElse(new Holder(row.ownerId(), row.departmentId()));
        FileRow after = row.changed(
                holder.userId(),
                holder.departmentId(),
                at,
                actor.userId(),
                state,
                arriving.sealed(row.record(), file, state, own.key()));
        Submission submission = new Submission(
                new Target.Known(row.number(), OptionalLong.empty()), row.record(), Map.of(), Map.of(), how);
        Change change = new Change(
                0, kind, submission, row, after, own.state(), state, body, body.fields(), List.of(), own.key());
        Written written = writing.write(List.of(change), actor.userId(), at).getFirst();
        group.put(change);
        return written;
    }
}
