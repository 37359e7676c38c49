package io.clientela.administration;

import io.clientela.platform.Connections;
import io.clientela.platform.HealthSign;
import io.clientela.platform.HealthTeller;
import io.clientela.platform.Traces;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How the installation is, put together from what its rooms tell; one that can't tell keeps no other from it. */
@Component
public class Health {

    private static final Logger log = LoggerFactory.getLogger(Health.class);

    private final ObjectProvider<HealthTeller> tellers;
    private final Clock clock;

    Health(ObjectProvider<HealthTeller> tellers, Clock clock) {
        this.tellers = tellers;
        this.clock = clock;
    }

    /** What needs somebody first, otherwise in the order of the rooms. */
    public List<HealthSign> signs() {
        Instant now = clock.instant();
        return tellers.orderedStream()
                .flatMap(teller -> told(teller, now))
                .sorted((one, other) -> other.level().compareTo(one.level()))
                .toList();
    }

    private static Stream<HealthSign> told(HealthTeller teller, Instant now) {
        try {
            return teller.signs(now).stream();
        } catch (RuntimeException e) {
            if (Connections.isAway(e)) {
                throw e;
            }
            log.error("a room can't tell how it is: {}", Traces.of(e));
            return Stream.of(HealthSign.danger(
                    "room", "silent", Map.of("room", teller.getClass().getSimpleName())));
        }
    }
}
