package io.clientela.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.kernel.Actor;
import io.clientela.kernel.FieldRights;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Scope;
import io.clientela.kernel.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SightsOnceTest {

    private static final FieldRight MASKED = new FieldRight(Visibility.MASKED, false, Visibility.MASKED);

    @Test
    void whatTheSameRolesComeToIsWorkedOutOnceHoweverManyBearThem() {
        List<Long> asked = new ArrayList<>();
        SightsOnce once = new SightsOnce(actor -> {
            asked.add(actor.userId());
            return Map.of("x.of", new FieldRight(Visibility.CLEAR, actor.userId() == 1, Visibility.CLEAR));
        });
        for (long id = 1; id <= 50; id++) {
            assertThat(once.of(actor(id, Map.of(), Functions.CUSTOMERS_READ))
                            .get("x.of")
                            .write())
                    .isTrue();
        }
        assertThat(once.of(actor(51, Map.of("x.of", MASKED), Functions.CUSTOMERS_READ)))
                .as("other rights")
                .doesNotContainValue(new FieldRight(Visibility.CLEAR, true, Visibility.CLEAR));
        once.of(actor(52, Map.of(), Functions.CUSTOMERS_CHANGE));
        assertThat(asked).containsExactly(1L, 51L, 52L);
    }

    private static Actor actor(long id, Map<String, FieldRight> fields, String function) {
        return new Actor(
                id,
                "bearer" + id,
                OptionalLong.of(id),
                Set.of(function),
                new Scope.Own(id),
                new FieldRights(fields),
                "en",
                "test",
                "page");
    }
}
