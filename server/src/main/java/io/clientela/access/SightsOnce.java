package io.clientela.access;

import io.clientela.access.spi.FieldSights;
import io.clientela.kernel.Actor;
import io.clientela.kernel.FieldRights;
import io.clientela.kernel.FieldRights.FieldRight;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Rights to fields in the course of one change: many bear the same roles, and what those come to is worked out once. */
final class SightsOnce implements FieldSights {

    private final FieldSights sights;
    private final Map<Given, Map<String, FieldRight>> known = new HashMap<>();

    SightsOnce(FieldSights sights) {
        this.sights = sights;
    }

    @Override
    public Map<String, FieldRight> of(Actor actor) {
        return known.computeIfAbsent(new Given(actor.functions(), actor.rights()), given -> sights.of(actor));
    }

    /** All that rights to fields follow from: neither who somebody is nor where. */
    private record Given(Set<String> functions, FieldRights rights) {}
}
