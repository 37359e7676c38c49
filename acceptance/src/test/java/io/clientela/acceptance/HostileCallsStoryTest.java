package io.clientela.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Everything the running product describes is called with whatever nobody decent would send, by people of every role and by some
 * of none. No endpoint is named here: a new one is covered by being described.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileCallsStoryTest {

    /** Another one is tried with {@code -Dclientela.seed=…}. */
    private static final long SEED = Long.getLong("clientela.seed", 20_261_126);

    private static final int MOST_MEMORY_MB = 1_400;

    private final Office office = Office.open();
    private final Canaries canaries = new Canaries();
    private final HostileCast cast = new HostileCast(office, canaries);

    @BeforeAll
    void gather() {
        cast.gather();
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void fiveHundredHostileCallsDoNoHarm() throws IOException {
        callsDoNoHarm(500);
    }

    @Test
    @Tag("soak")
    void twentyThousandHostileCallsDoNoHarm() throws IOException {
        callsDoNoHarm(20_000);
    }

    private void callsDoNoHarm(int count) throws IOException {
        Reconciliation reconciliation = new Reconciliation(office);
        HostileCalls calls = new HostileCalls(office, cast, canaries, SEED);

        calls.make(count);

        reconciliation.settle();
        List<String> faults = new ArrayList<>(calls.faults());
        faults.addAll(reconciliation.faults());
        faults.addAll(reconciliation.unlike(cast.admin(), count / 2));
        Path report = report(count, calls.report(), faults);
        assertThat(faults).as("seed %d, see %s", SEED, report).isEmpty();
        assertThat(calls.unreached())
                .as("endpoints no good call got through to, of %d; see %s", calls.endpointCount(), report)
                .hasSizeLessThan(calls.endpointCount() / 2);
        assertThat(mostMemory()).isLessThan(MOST_MEMORY_MB);
        assertThat(office.verb(
                                Map.of(),
                                "verify",
                                "audit",
                                "--home",
                                office.home().toString())
                        .code())
                .isZero();
    }

    private static Path report(int count, String table, List<String> faults) throws IOException {
        Path folder =
                Files.createDirectories(Path.of(System.getProperty("clientela.root", ".."), "acceptance", "target"));
        return Files.writeString(
                folder.resolve("hostile-calls-" + count + ".txt"),
                "seed " + SEED + "\n" + table + "\n" + String.join("\n", faults) + "\n");
    }

    /** The server's greatest resident size so far, in MB. */
    private long mostMemory() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + office.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }
}
