package io.clientela.kit.match;

/** Told how far a long piece of work is; may end it. */
@FunctionalInterface
public interface Progress {

    Progress NONE = share -> true;

    /** From 0 to 1; an answer of false ends the work with a {@link java.util.concurrent.CancellationException}. */
    boolean at(double share);
}
