package io.clientela.kernel;

/** A failure with a stable code; its cause and remedy stand in the message files under {@code error.<code>.cause} and {@code .remedy}. */
public interface ErrorCode {

    /** Snake case, never reused for another meaning. */
    String code();

    Blame blame();

    /** HTTP status it travels with. */
    int status();

    /** Whose turn it is to mend it. */
    enum Blame {
        USER,
        STATE,
        SYSTEM,
        RESOURCE
    }
}
