package io.clientela.access;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Somebody who can sign in.
 *
 * @param name what they sign in with; unique whatever its case or width
 * @param hasPassword false until the first password is set
 * @param mustChangePassword true while nothing but setting a new password is allowed
 * @param roles keys of their roles
 */
public record Account(
        long id,
        String name,
        String displayName,
        boolean hasPassword,
        boolean mustChangePassword,
        String language,
        OptionalLong departmentId,
        boolean active,
        List<String> roles) {

    public Account {
        roles = List.copyOf(roles);
    }

    Account called(String name) {
        return new Account(id, this.name, name, hasPassword, mustChangePassword, language, departmentId, active, roles);
    }

    /** The form in which names are compared. */
    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /** How the audit trail names an account. */
    static String subject(long id) {
        return "account:" + id;
    }
}
