package io.clientela.schedule;

/** Does the work of one kind of job; may be called again for the same subject after a crash and must then go on. */
public interface JobHandler {

    String kind();

    /** Throws when the work should be tried again, also when told to stop; a failure for good is recorded by the handler itself. */
    void run(long subject);
}
