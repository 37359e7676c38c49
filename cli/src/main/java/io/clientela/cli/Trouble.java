package io.clientela.cli;

import java.util.List;

/** A verb that can't go on, for a reason its user can understand: {@code key} names the sentence in the word files. */
final class Trouble extends RuntimeException {

    private final transient List<Object> arguments;

    Trouble(String key, Object... arguments) {
        super(key);
        this.arguments = List.of(arguments);
    }

    /** A sentence that is worded already, by the server in the reader's language. */
    static Trouble worded(String sentence) {
        return new Trouble("worded", sentence);
    }

    String sentence(Words words) {
        return words.of(String.valueOf(getMessage()), arguments.toArray());
    }
}
