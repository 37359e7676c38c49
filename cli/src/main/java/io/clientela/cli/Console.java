package io.clientela.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/** Where a verb reads its words and writes: results to {@code out}, progress and troubles to {@code err}. */
record Console(Words words, InputStream in, PrintStream out, PrintStream err) {

    /** A line of progress or warning for the person at the terminal. */
    void say(String key, Object... arguments) {
        err.println(words.of(key, arguments));
    }

    /** The one JSON object a verb answers with. */
    void answer(Map<String, ?> result) {
        out.println(io.clientela.platform.Json.write(result));
    }
}
