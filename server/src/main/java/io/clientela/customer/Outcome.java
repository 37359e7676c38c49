package io.clientela.customer;

import io.clientela.kernel.ErrorCode;
import io.clientela.kernel.FileId;
import io.clientela.kernel.Refusal.FieldProblem;
import java.util.List;

/** What the write gate answers to one submission; problems and warnings name fields by key. */
public sealed interface Outcome {

    /** Taken; what it did to the file is in {@code effect}. */
    record Accepted(FileId file, CustomerNumber number, long version, Effect effect, List<FieldProblem> warnings)
            implements Outcome {
        public Accepted {
            warnings = List.copyOf(warnings);
        }
    }

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
