package io.clientela.acceptance;

import io.clientela.acceptance.HostileCast.Somebody;
import io.clientela.acceptance.RawWire.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Listens to answers for canaries that somebody has no right to, or sees only masked. */
final class CanaryWatch {

    /** What is shown there is shown for a reason given and written down. */
    private static final String REVEALED = "/reveals";

    private final Office office;
    private final Canaries canaries;
    private final Map<String, Map<String, Set<String>>> rights = new HashMap<>();

    CanaryWatch(Office office, Canaries canaries) {
        this.office = office;
        this.canaries = canaries;
    }

    /** Finds out what somebody may read: the files from the tables, what is clear in them from the files themselves. */
    void look(Somebody person, RawWire wire) {
        Map<String, Set<String>> clear = new TreeMap<>();
        for (String number : canaries.readableBy(person.name(), office)) {
            try {
                Answer file = wire.send(
                        "GET", "/api/v1/customers/" + number, person.way().token(), new byte[0]);
                clear.put(number, canaries.heard(file.text(), number));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        rights.put(person.name(), clear);
    }

    Set<String> readableBy(Somebody person) {
        return rights.getOrDefault(person.name(), Map.of()).keySet();
    }

    List<String> faults(HostileCall call, Answer answer, Somebody person, RawWire wire) {
        String text = HostileVerdict.text(answer);
        if (!canaries.sings(text)) {
            return List.of();
        }
        if (!suspicious(call, text, person).isEmpty()) {
            // Somebody may have been given the right meanwhile, by who may give it.
            look(person, wire);
        }
        return suspicious(call, text, person);
    }

    private List<String> suspicious(HostileCall call, String text, Somebody person) {
        List<String> suspicious = new ArrayList<>();
        Map<String, Set<String>> clear = rights.getOrDefault(person.name(), Map.of());
        String said = call.said();
        for (String number : canaries.numbers()) {
            Set<String> heard = new TreeSet<>(canaries.heard(text, number));
            heard.removeAll(clear.getOrDefault(number, Set.of()));
            heard.removeAll(canaries.heard(said, number));
            boolean revealed = clear.containsKey(number) && call.endpoint.path().endsWith(REVEALED);
            if (!heard.isEmpty() && !revealed) {
                suspicious.add("tells " + heard + " of " + number + (clear.containsKey(number) ? " unmasked" : ""));
            }
        }
        return suspicious;
    }
}
