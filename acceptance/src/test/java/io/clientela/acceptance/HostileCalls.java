package io.clientela.acceptance;

import io.clientela.acceptance.HostileCast.Somebody;
import io.clientela.acceptance.Interface.Endpoint;
import io.clientela.acceptance.RawWire.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Calls every endpoint the product describes, first as somebody decent would, then worse and worse, and judges each answer. */
final class HostileCalls {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> ORDER = List.of("GET", "POST", "PATCH", "PUT", "DELETE");
    private static final int TRIES = 3;
    private static final int MOST_FAULTS = 60;

    private final RawWire wire;
    private final Random random;
    private final HostileCast cast;
    private final HostileKnowledge knowledge;
    private final HostileComposer composer;
    private final HostileHand hand;
    private final HostileVerdict verdict = new HostileVerdict();
    private final CanaryWatch watch;
    private final List<Endpoint> endpoints;
    private final Map<Endpoint, Map<Integer, Integer>> statuses = new LinkedHashMap<>();
    private final Map<String, String> faults = new TreeMap<>();
    private int made;

    HostileCalls(Office office, HostileCast cast, Canaries canaries, long seed) {
        this.wire = new RawWire(office.address());
        this.random = new Random(seed);
        this.cast = cast;
        Interface described = Interface.of(cast.admin());
        this.knowledge = new HostileKnowledge(canaries);
        this.composer = new HostileComposer(described, knowledge, random);
        this.hand = new HostileHand(random, new HostileValues(random, canaries.lures()));
        this.watch = new CanaryWatch(office, canaries);
        this.endpoints = new ArrayList<>(described.endpoints());
        this.endpoints.sort(Comparator.comparingInt((Endpoint each) -> ORDER.indexOf(each.method()))
                .thenComparing(each -> each.path().length())
                .thenComparing(Endpoint::path));
        endpoints.forEach(each -> statuses.put(each, new TreeMap<>()));
    }

    /** Makes so many calls in all. */
    void make(int calls) {
        cast.people().forEach(person -> watch.look(person, wire));
        explore(TRIES);
        // What was made meanwhile opens some doors more.
        explore(2);
        while (made < calls) {
            Endpoint endpoint = pick(endpoints);
            Somebody person = pick(cast.people());
            HostileCall call = composer.good(endpoint, person.name(), spared(endpoint, person));
            if (random.nextInt(5) > 0) {
                // Nor may they hit upon the cast by its small numbers.
                hand.spoil(call, !person.manages());
            }
            send(call, person);
        }
    }

    /** Good calls first, so that there is something to know and to spoil. */
    private void explore(int tries) {
        List<Somebody> able =
                cast.people().stream().filter(each -> !each.outside()).toList();
        for (Endpoint endpoint : endpoints) {
            for (int i = 0; i < tries && !reached(endpoint); i++) {
                // The first of them may nearly everything.
                Somebody person = i < 2 ? able.getFirst() : pick(able);
                send(composer.good(endpoint, person.name(), spared(endpoint, person)), person);
            }
        }
    }

    /** Anything may be read at; only who rightly changes what others may see must leave the cast and the canaries alone. */
    private BiPredicate<String, String> spared(Endpoint endpoint, Somebody person) {
        return endpoint.changes() ? cast.spared(person, watch.readableBy(person)) : (collection, key) -> false;
    }

    private void send(HostileCall call, Somebody person) {
        made++;
        Answer answer = answer(
                call,
                random.nextBoolean() ? person.way().session() : person.way().token());
        statuses.get(call.endpoint).merge(answer.status(), 1, Integer::sum);
        verdict.faults(call, answer).forEach(fault -> fault(fault, call, person, answer));
        watch.faults(call, answer, person, wire).forEach(fault -> fault(fault, call, person, answer));
        if (person.outside() && answer.isGood() && !isDoor(call)) {
            fault("lets somebody in from outside", call, person, answer);
        }
        if (answer.isGood() && answer.isJson()) {
            learn(person.name(), call, answer);
        }
        if (answer.status() == 401 && !person.outside()) {
            cast.comeBack(person);
        }
    }

    private Answer answer(HostileCall call, List<String> who) {
        try {
            return call.send(wire, who);
        } catch (IOException e) {
            throw new UncheckedIOException(call.toString(), e);
        }
    }

    private void learn(String who, HostileCall call, Answer answer) {
        try {
            knowledge.learn(who, call.method, call.path(), answer, JSON.readTree(answer.body()));
        } catch (JacksonException e) {
            faults.put(call.endpoint + ": JSON that can't be read", call.toString());
        }
    }

    /** Where people come in, or read how to. */
    private static boolean isDoor(HostileCall call) {
        return call.method.equals("HEAD")
                || call.method.equals("OPTIONS")
                || call.endpoint.path().equals("/sign-in.json")
                || call.endpoint.path().equals("/api/v1/session")
                || call.endpoint.path().equals("/api/v1/session/code");
    }

    private void fault(String what, HostileCall call, Somebody person, Answer answer) {
        String body = answer.text();
        if (faults.size() < MOST_FAULTS) {
            faults.putIfAbsent(
                    call.endpoint + ": " + what,
                    person.name() + " sent " + call + "\n      got " + answer.status() + " "
                            + answer.header("content-type") + " "
                            + body.substring(0, Math.min(600, body.length())));
        }
    }

    List<String> faults() {
        return faults.entrySet().stream()
                .map(each -> each.getKey() + "\n      " + each.getValue())
                .toList();
    }

    private boolean reached(Endpoint endpoint) {
        return statuses.get(endpoint).keySet().stream().anyMatch(status -> status >= 200 && status < 300);
    }

    /** Endpoints that never did what they are for. */
    Set<String> unreached() {
        Set<String> unreached = new TreeSet<>();
        endpoints.stream().filter(each -> !reached(each)).forEach(each -> unreached.add(each.toString()));
        return unreached;
    }

    int endpointCount() {
        return endpoints.size();
    }

    /** For each endpoint how many calls it got, how many of them it did, and how it answered. */
    String report() {
        StringBuilder report = new StringBuilder("%d calls to %d endpoints, %d of them did what was asked%n"
                .formatted(
                        made, endpoints.size(), endpoints.size() - unreached().size()));
        statuses.forEach((endpoint, counts) -> {
            int all = counts.values().stream().mapToInt(Integer::intValue).sum();
            int good = counts.entrySet().stream()
                    .filter(each -> each.getKey() >= 200 && each.getKey() < 300)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            report.append("%-60s %5d calls %3d %% good  %s%n"
                    .formatted(endpoint, all, all == 0 ? 0 : good * 100 / all, counts));
        });
        return report.toString();
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
