package io.clientela.correction.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.correction.Trouble;
import io.clientela.kernel.Actor;
import io.clientela.kernel.FieldRights;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Scope;
import io.clientela.kernel.Visibility;
import io.clientela.platform.ServerTest;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How a bulk change is told to its reader. */
@ServerTest
class BulkViewsTest {

    /** Sees where people live, but not where companies are. */
    private static final Actor READER = new Actor(
            981,
            "reader",
            OptionalLong.of(1),
            Set.copyOf(Functions.ALL),
            new Scope.All(),
            new FieldRights(Map.of("enterprise.city", new FieldRight(Visibility.HIDDEN, false, Visibility.HIDDEN))),
            "en",
            "127.0.0.1",
            "api");

    @Autowired
    BulkViews views;

    private List<String> named(String record) {
        Trouble trouble = new Trouble(1, "C20260101001", record, "not_changeable", List.of("city"), Map.of());
        return views.of(trouble, READER).fields();
    }

    @Test
    void aFieldThatIsHiddenInTheTypeMeantIsNotNamed() {
        assertThat(named("individual")).containsExactly("City");
        assertThat(named("enterprise")).isEmpty();
        assertThat(named("")).isEmpty();
        assertThat(views.of(new Trouble.Kind("not_changeable", List.of("city"), 2, Map.of()), READER)
                        .fields())
                .isEmpty();
    }

    @Test
    void aReasonSaysWhatItsMessageSpeaksOf() {
        Map<String, String> details = Map.of("found", "70", "expected", "60");
        assertThat(views.of(new Trouble.Kind("too_long", List.of(), 1, details), READER)
                        .reason()
                        .cause())
                .isEqualTo("This has 70 characters; the field holds 60.");
    }
}
