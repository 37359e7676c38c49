package io.clientela.customer;

import io.clientela.customer.Deciding.Difference;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kernel.Scope;
import java.util.List;

/** Something the write gate holds a whole change of a file against, beyond what each value says by itself. */
interface FileRule {

    /** Why the change can't be taken; empty when it can. */
    List<FieldProblem> problems(Case change);

    /**
     * A change about to be taken.
     *
     * @param head the file that stands for the customer; 0 for a new one
     * @param was the file before, saying nothing for a new one
     * @param is the file after
     * @param actor who changes it
     */
    record Case(long head, Submission submission, FileState was, FileState is, Difference difference, Actor actor) {

        boolean isNew() {
            return was.values().isEmpty();
        }

        /** Which files whoever changes it may see. */
        Scope scope() {
            return actor.scope();
        }

        boolean changes(String field) {
            return difference.set.containsKey(field);
        }

        /** The list handed in stands behind each of its rows, and who takes something back is asked for a reason there. */
        boolean givesReason() {
            return "import".equals(submission.how().channel())
                    || submission.how().takesBack() != 0
                    || !submission.how().reason().isBlank();
        }
    }
}
