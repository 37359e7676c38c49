package io.clientela.audit;

import java.util.Optional;

/** What people call the things of one kind that rows name by id, as {@code account:7}; told by whoever owns them. */
public interface SubjectNames {

    /** What stands before the colon. */
    String kind();

    /** Empty where there is no such thing any more. */
    Optional<String> name(String id, String language);
}
