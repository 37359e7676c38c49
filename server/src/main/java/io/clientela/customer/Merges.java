package io.clientela.customer;

import io.clientela.audit.AuditEvent;
import io.clientela.audit.ReadAudit;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.FileId;
import io.clientela.kernel.Refusal;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Merges files that are one customer by a link, and takes such links away again, exactly. */
@Component
public class Merges {

    private final WriteGate gate;
    private final Joining joining;
    private final Groups groups;
    private final HeadStore heads;
    private final ListStore lists;
    private final FileStore files;
    private final Settling settling;
    private final Reassigning reassigning;
    private final MergeWords words;
    private final ReadAudit reads;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Merges(
            WriteGate gate,
            Joining joining,
            Groups groups,
            HeadStore heads,
            ListStore lists,
            FileStore files,
            Settling settling,
            Reassigning reassigning,
            MergeWords words,
            ReadAudit reads,
            TransactionTemplate transaction,
            Clock clock) {
        this.gate = gate;
        this.joining = joining;
        this.groups = groups;
        this.heads = heads;
        this.lists = lists;
        this.files = files;
        this.settling = settling;
        this.reassigning = reassigning;
        this.words = words;
        this.reads = reads;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What the merged file would say, field by field and by which rule, as this actor may see it; writes nothing and refuses what {@link #merge} would. */
    @Transactional(readOnly = true)
    public MergePreview preview(MergeWish wish, Actor actor) {
        Joining.Plan plan =
                joining.plan(wish, groups.of(groups.find(joining.named(wish))).values(), actor);
        Group whole = plan.whole();
        told(whole, actor);
        return words.preview(plan, whole, settling.golden(whole, clock.instant()), actor);
    }

    /** Links the files, as a whole or not at all; in the caller's transaction or one of its own. */
    public Merged merge(MergeWish wish, Actor actor) {
        return gate.tie(wish, actor);
    }

    /** What the two sides would be without the link that ties a file to its head, and what was said since that may go to the other. */
    public UnmergePreview previewUnmerge(UnmergeWish wish, Actor actor) {
        // Done and not kept: so it can't differ from what will be done.
        return java.util.Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return parted(wish, actor);
        }));
    }

    private UnmergePreview parted(UnmergeWish wish, Actor actor) {
        long member = files.exactly(wish.member())
                .orElseThrow(() -> new Refusal(CommonError.NOT_FOUND))
                .fileId();
        Group whole = Parting.inScope(groups.of(member), actor);
        Link link = Parting.between(whole, member);
        Set<Long> gone = Link.group(link.fileId(), Link.without(link, whole.links()));
        List<Reassigning.Movable> movable = reassigning.movable(whole, link, gone, actor);
        told(whole, actor);
        Unmerged parted = gate.untie(wish, actor);
        return words.preview(whole, parted, movable, actor);
    }

    /** Takes the link away; each side is what its own entries say, after what is moved to the other. */
    public Unmerged unmerge(UnmergeWish wish, Actor actor) {
        return gate.untie(wish, actor);
    }

    /** The head of each of these files, itself where it is linked to none. Asks for no right. */
    @Transactional(readOnly = true)
    public Map<Long, Long> heads(Collection<Long> fileIds) {
        return heads.heads(fileIds);
    }

    /** Files by name. Asks for no right. */
    @Transactional(readOnly = true)
    public List<FileRef> named(Collection<Long> fileIds) {
        return lists.refs(fileIds);
    }

    /** Whoever looks at how files would be together or apart has read each of them. */
    private void told(Group group, Actor actor) {
        group.members()
                .values()
                .forEach(file -> reads.record(AuditEvent.by(actor, "customer.read")
                        .about(
                                new FileId(file.row().fileId()),
                                new FileId(file.row().headId()))
                        .subject(file.row().number().text())));
    }
}
