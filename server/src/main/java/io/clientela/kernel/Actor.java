package io.clientela.kernel;

import java.util.OptionalLong;
import java.util.Set;

/**
 * Who acts, with today's rights already worked out.
 *
 * @param userId id of the user; 0 is the system itself
 * @param name sign-in name
 * @param departmentId home department, empty for the system
 * @param functions granted functions, see {@link Functions}
 * @param scope which files they may see
 * @param rights what their roles say of fields
 * @param language {@code zh}, {@code en} or {@code es}
 * @param origin where the request came from (network address or {@code job}), for the audit trail
 * @param channel {@code page}, {@code api}, {@code job}
 */
public record Actor(
        long userId,
        String name,
        OptionalLong departmentId,
        Set<String> functions,
        Scope scope,
        FieldRights rights,
        String language,
        String origin,
        String channel) {

    public Actor {
        functions = Set.copyOf(functions);
    }

    /** The same person, with another view of the files. */
    public Actor seeing(Scope other) {
        return new Actor(userId, name, departmentId, functions, other, rights, language, origin, channel);
    }

    public boolean may(String function) {
        return functions.contains(function);
    }
}
