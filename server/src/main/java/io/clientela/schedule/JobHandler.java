package io.clientela.schedule;

import io.clientela.kernel.Actor;
import java.util.Optional;
import java.util.Set;

/**
 * Does the work of one kind of job; may be called again for the same subject after a crash and must then go on. It also says what
 * people may know and do of such a job: its name, which is the text {@code job.<kind>} unless the start names another, its page,
 * and how it can be steered.
 */
public interface JobHandler {

    String kind();

    /** Throws when the work should be tried again, also when told to stop; a failure for good is recorded by the handler itself. */
    void run(long subject);

    /** What may be done with a job as it stands. */
    default Set<Steering> abilities(Job job) {
        return Set.of();
    }

    /**
     * Steers a job in one of the ways it {@linkplain #abilities may be}, for somebody who may, in the caller's transaction; and tells
     * the trail, as {@link Jobs#told} does where the room has no word of its own for it.
     */
    default void steer(Job job, Steering how, Actor actor) {
        throw new UnsupportedOperationException("jobs of kind " + kind() + " can't be steered");
    }

    /** The address on the page of what the job works on; empty where there is none for this person. */
    default Optional<String> page(Job job, Actor actor) {
        return Optional.empty();
    }

    /** Where this person fetches what the job has made; empty where there is nothing. */
    default Optional<String> result(Job job, Actor actor) {
        return Optional.empty();
    }
}
