package io.clientela.access;

import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** What makes a password good enough: length rather than kinds of characters, and none of the commonest (NIST SP 800-63B). */
@Component
class PasswordRules {

    /** Unless the settings say otherwise. */
    static final int SHORTEST = 10;

    static final int LONGEST = 128;
    private static final String COMMONEST = "/io/clientela/access/commonest-passwords.txt";

    private final Set<String> commonest = read();
    private final IntSupplier shortest;

    @Autowired
    PasswordRules(SignInRules rules) {
        this(rules::shortestPassword);
    }

    PasswordRules(IntSupplier shortest) {
        this.shortest = shortest;
    }

    /** Refuses with {@code invalid_values} on the field {@code password}. */
    void require(String password, String name) {
        fault(password, name).ifPresent(fault -> {
            throw new Refusal(CommonError.INVALID_VALUES, Map.of(), List.of(fault));
        });
    }

    Optional<FieldProblem> fault(String password, String name) {
        String folded = Passwords.folded(password);
        int length = folded.codePointCount(0, folded.length());
        int least = shortest.getAsInt();
        if (length < least) {
            return fault("password_short", Map.of("least", String.valueOf(least)));
        }
        if (length > LONGEST) {
            return fault("password_long", Map.of("most", String.valueOf(LONGEST)));
        }
        String lower = folded.toLowerCase(Locale.ROOT);
        if (lower.strip().equals(Account.key(name))) {
            return fault("password_is_name", Map.of());
        }
        if (commonest.contains(lower) || lower.codePoints().distinct().count() < 3) {
            return fault("password_common", Map.of());
        }
        return Optional.empty();
    }

    private static Optional<FieldProblem> fault(String code, Map<String, String> details) {
        return Optional.of(new FieldProblem("password", code, details));
    }

    private static Set<String> read() {
        try (InputStream in = PasswordRules.class.getResourceAsStream(COMMONEST)) {
            if (in == null) {
                throw new IllegalStateException("the list of the commonest passwords is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
