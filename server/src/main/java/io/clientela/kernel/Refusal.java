package io.clientela.kernel;

import java.util.List;
import java.util.Map;

/** A request that can't be done, with its reason; every room throws this one and the edge words it in the user's language. */
public final class Refusal extends RuntimeException {
    private final ErrorCode error;
    private final transient Map<String, String> details;
    private final transient List<FieldProblem> fields;

    public Refusal(ErrorCode error) {
        this(error, Map.of(), List.of());
    }

    public Refusal(ErrorCode error, Map<String, String> details) {
        this(error, details, List.of());
    }

    public Refusal(ErrorCode error, Map<String, String> details, List<FieldProblem> fields) {
        super(error.code());
        this.error = error;
        this.details = Map.copyOf(details);
        this.fields = List.copyOf(fields);
    }

    public ErrorCode error() {
        return error;
    }

    /** Named arguments of the message; never personal values. */
    public Map<String, String> details() {
        return details;
    }

    public List<FieldProblem> fields() {
        return fields;
    }

    /** What is wrong with one field: {@code code} is a message key below {@code fault.}. */
    public record FieldProblem(String field, String code, Map<String, String> details) {
        public FieldProblem {
            details = Map.copyOf(details);
        }
    }
}
