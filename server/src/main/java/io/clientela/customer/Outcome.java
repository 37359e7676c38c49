package io.clientela.customer;

import io.clientela.kernel.ErrorCode;
import io.clientela.kernel.FileId;
import io.clientela.kernel.Refusal.FieldProblem;
import java.util.List;
import java.util.Optional;

/** What the write gate answers to one submission; problems and warnings name fields by key. */
public sealed interface Outcome {

    /**
     * Taken; what it did to the file is in {@code effect}.
     *
     * @param left the file with that, where the gate had it all in its hands
     */
    record Accepted(
            FileId file,
            CustomerNumber number,
            long version,
            Effect effect,
            List<FieldProblem> warnings,
            Optional<Left> left)
            implements Outcome {
        public Accepted {
            warnings = List.copyOf(warnings);
        }

        Accepted(FileId file, CustomerNumber number, long version, Effect effect, List<FieldProblem> warnings) {
            this(file, number, version, effect, warnings, Optional.empty());
        }
    }

    /** A file as the gate left it, so that it can be shown without being read again; what is in it is the gate's own business. */
    sealed interface Left permits LeftFile {}

    /** Kept until somebody approves; the old values stay in force. */
    record Pending(FileId file, CustomerNumber number, List<String> fields) implements Outcome {
        public Pending {
            fields = List.copyOf(fields);
        }
    }

    /** Not taken, nothing changed. */
    record Refused(ErrorCode error, List<FieldProblem> problems) implements Outcome {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    enum Effect {
        CREATED,
        UPDATED,
        UNCHANGED
    }
}
