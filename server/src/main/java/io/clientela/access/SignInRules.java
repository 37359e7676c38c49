package io.clientela.access;

import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.platform.Governed;
import io.clientela.platform.SettingGroup;
import io.clientela.platform.SettingValues;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The rules of signing in as the settings have them: locks after failures, the length of passwords, the life of sessions. */
@Component
class SignInRules implements SettingGroup {

    private static final String FAILURES = "sign_in.failures";
    private static final String LOCK = "sign_in.lock_minutes";
    private static final String LONGEST_LOCK = "sign_in.longest_lock_minutes";
    private static final String PASSWORD = "sign_in.password_length";
    private static final String IDLE = "sign_in.idle_minutes";
    private static final String END = "sign_in.session_hours";

    private final List<Governed> settings;
    private final ToLongFunction<String> values;
    private final SignInStore store;

    @Autowired
    SignInRules(AccessSettings defaults, ObjectProvider<SettingValues> values, SignInStore store) {
        this.settings = settings(defaults);
        this.values = key -> values.getObject().number(key);
        this.store = store;
    }

    private static List<Governed> settings(AccessSettings defaults) {
        return List.of(
                Governed.number(FAILURES, 5, 3, 20),
                Governed.number(LOCK, 5, 1, 60),
                Governed.number(LONGEST_LOCK, 60, 1, 1_440),
                Governed.number(PASSWORD, PasswordRules.SHORTEST, 8, 64),
                Governed.number(IDLE, defaults.sessionIdle().toMinutes(), 5, 1_440),
                Governed.number(END, defaults.sessionEnd().toHours(), 1, 168));
    }

    Failures.Limits limits() {
        return new Failures.Limits(
                (int) values.applyAsLong(FAILURES),
                Duration.ofMinutes(values.applyAsLong(LOCK)),
                Duration.ofMinutes(values.applyAsLong(LONGEST_LOCK)));
    }

    int shortestPassword() {
        return (int) values.applyAsLong(PASSWORD);
    }

    /** How long a session lives without a request. */
    Duration idle() {
        return Duration.ofMinutes(values.applyAsLong(IDLE));
    }

    /** How long a session lives at all. */
    Duration end() {
        return Duration.ofHours(values.applyAsLong(END));
    }

    @Override
    public String key() {
        return "sign_in";
    }

    @Override
    public List<Governed> settings() {
        return settings;
    }

    @Override
    public void check(Map<String, String> wanted, List<Map<String, String>> states) {
        if (number(wanted, LONGEST_LOCK) < number(wanted, LOCK)) {
            throw new Refusal(
                    CommonError.INVALID_VALUES,
                    Map.of(),
                    List.of(new FieldProblem(LONGEST_LOCK, "setting_shorter", Map.of())));
        }
        if (number(wanted, END) * 60 < number(wanted, IDLE)) {
            throw new Refusal(
                    CommonError.INVALID_VALUES, Map.of(), List.of(new FieldProblem(END, "setting_shorter", Map.of())));
        }
    }

    /** Sessions that are open follow at once; a rule for later holds for those that begin then. */
    @Override
    public void changed(Map<String, String> wanted, boolean atOnce) {
        if (atOnce) {
            store.limitIdle(Duration.ofMinutes(number(wanted, IDLE)));
        }
    }

    private static long number(Map<String, String> values, String key) {
        return Long.parseLong(values.getOrDefault(key, "0"));
    }
}
