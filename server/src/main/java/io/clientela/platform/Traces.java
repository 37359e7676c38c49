package io.clientela.platform;

import java.util.StringJoiner;

/** A failure without its messages, which may quote personal values: classes and places only. */
public final class Traces {

    private static final int FRAMES = 12;

    private Traces() {}

    public static String of(Throwable failure) {
        StringJoiner words = new StringJoiner(" <- ");
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            StringJoiner frames = new StringJoiner(", ", cause.getClass().getName() + " [", "]");
            StackTraceElement[] trace = cause.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, trace.length); i++) {
                frames.add(trace[i].toString());
            }
            words.add(frames.toString());
        }
        return words.toString();
    }
}
