package io.clientela.cli;

import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Follows a job of the server until it ends, telling how far it is; a server that is away for a while is waited for. */
record Following(Api api, Console console) {

    private static final Set<String> ENDED = Set.of("done", "failed", "cancelled");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    JsonNode toTheEnd(String path, String job) {
        long lastAnswer = System.nanoTime();
        long toldRows = -1;
        Duration pause = Duration.ofMillis(50);
        while (true) {
            try {
                JsonNode now = api.get(path);
                lastAnswer = System.nanoTime();
                String state = now.path("state").asString("");
                long processed = now.path("processed").asLong(0);
                if (processed != toldRows && processed > 0) {
                    console.say("progress", processed, now.path("rows").asLong(0));
                    toldRows = processed;
                }
                if (ENDED.contains(state)) {
                    return now;
                }
                if (state.equals("paused")) {
                    throw new Trouble("run_paused", job);
                }
            } catch (Api.Unreachable away) {
                if (System.nanoTime() - lastAnswer > PATIENCE.toNanos()) {
                    throw new Trouble("run_lost", job);
                }
                console.say("waiting_for_server", job);
            }
            pause(pause);
            Duration longer = pause.multipliedBy(2);
            pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
        }
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("interrupted");
        }
    }
}
