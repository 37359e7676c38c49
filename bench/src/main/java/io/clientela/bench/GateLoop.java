package io.clientela.bench;

import io.clientela.ClientelaApplication;
import io.clientela.access.Accounts;
import io.clientela.access.Identities;
import io.clientela.customer.CustomerNumber;
import io.clientela.customer.Outcome;
import io.clientela.customer.Submission;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.Target;
import io.clientela.customer.WriteGate;
import io.clientela.kernel.Actor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The write gate without anything around it, as a process of its own: a further node on the database of a running product, which
 * changes one file after the other and turn about does bare transactions. Arguments: home, address of the database, a file
 * with numbers of customers, and how many there are in all; the password is in {@code PGPASSWORD}. Prints {@code rows}, then {@code bare} and {@code gate} with
 * changes a second for each window.
 */
public final class GateLoop {

    private static final long WINDOW = 3_000_000_000L;
    private static final long WARM_UP = 30_000_000_000L;
    private static final int COUNTED = 200;

    /** All rows a change writes in its own transaction; what followers and the sealing of the trail write later is theirs. */
    private static final String WRITTEN = """
            select sum(n_tup_ins + n_tup_upd + case when schemaname = 'customer' then n_tup_del else 0 end)
            from pg_catalog.pg_stat_user_tables
            where schemaname = 'customer'
               or schemaname = 'audit' and relname = 'event'
               or schemaname = 'platform' and relname = 'outbox'
            """;

    private final WriteGate gate;
    private final Actor actor;
    private final List<String> numbers;

    /** Of its own in each run: on a base that is kept the same changes would change nothing the second time. */
    private final SplittableRandom random = new SplittableRandom();

    private final SplittableRandom bareRandom = new SplittableRandom();

    private GateLoop(WriteGate gate, Actor actor, List<String> numbers) {
        this.gate = gate;
        this.actor = actor;
        this.numbers = numbers;
    }

    public static void main(String[] arguments) throws Exception {
        String password = System.getenv("PGPASSWORD");
        SpringApplication application = new SpringApplication(ClientelaApplication.class);
        try (ConfigurableApplicationContext context = application.run(
                        "--clientela.home=" + arguments[0],
                        "--spring.datasource.url=" + arguments[1],
                        "--spring.datasource.username=clientela",
                        "--spring.datasource.password=" + password,
                        "--db-scheduler.enabled=false",
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        "--logging.threshold.console=off");
                Connection connection = DriverManager.getConnection(arguments[1], "clientela", password);
                Connection looking = DriverManager.getConnection(arguments[1], "clientela", password)) {
            long admin =
                    context.getBean(Accounts.class).find("admin").orElseThrow().id();
            Actor actor = context.getBean(Identities.class)
                    .ofAccount(admin, "127.0.0.1", "en")
                    .orElseThrow()
                    .actor();
            new GateLoop(context.getBean(WriteGate.class), actor, Files.readAllLines(Path.of(arguments[2])))
                    .run(connection, looking, Integer.parseInt(arguments[3]));
        }
    }

    private void run(Connection connection, Connection looking, int customers)
            throws SQLException, InterruptedException {
        System.out.println("syncs " + BareWrites.syncs(looking));
        changes(WARM_UP);
        int rows = rows(looking);
        System.out.println("rows " + rows);
        try (BareWrites bare = new BareWrites(connection, customers, numbers.size())) {
            writes(bare, rows, WARM_UP);
            for (int i = 0; i < Load.WINDOWS; i++) {
                System.out.println("bare " + writes(bare, rows, WINDOW));
                System.out.println("gate " + changes(WINDOW));
            }
        }
    }

    private double changes(long length) {
        long start = System.nanoTime();
        int done = 0;
        for (; System.nanoTime() - start < length; done++) {
            change();
        }
        return done / ((System.nanoTime() - start) / 1e9);
    }

    private void change() {
        Submission submission = new Submission(
                new Target.Known(new CustomerNumber(numbers.get(random.nextInt(numbers.size()))), OptionalLong.empty()),
                "individual",
                Map.of("mobile", List.of(mobile(random)), "address", List.of("解放路 " + random.nextInt(100_000))),
                Map.of(),
                Circumstances.of("api"));
        Outcome outcome = gate.submit(List.of(submission), actor).getFirst();
        if (!(outcome instanceof Outcome.Accepted accepted) || accepted.effect() != Outcome.Effect.UPDATED) {
            throw new IllegalStateException("the gate changed nothing: " + outcome);
        }
    }

    static String mobile(RandomGenerator random) {
        return "138" + (10_000_000 + random.nextInt(90_000_000));
    }

    private double writes(BareWrites bare, int rows, long length) throws SQLException {
        long start = System.nanoTime();
        int done = 0;
        for (; System.nanoTime() - start < length; done++) {
            bare.write(rows, bareRandom);
        }
        return done / ((System.nanoTime() - start) / 1e9);
    }

    /** How many rows one change writes, counted by the database over some. */
    private int rows(Connection connection) throws SQLException, InterruptedException {
        // The database counts a session's writes only some time after it has done them.
        Thread.sleep(12_000);
        long before = written(connection);
        for (int i = 0; i < COUNTED; i++) {
            change();
        }
        Thread.sleep(12_000);
        return (int) Math.round((written(connection) - before) / (double) COUNTED);
    }

    private static long written(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(WRITTEN)) {
            row.next();
            return row.getLong(1);
        }
    }
}
