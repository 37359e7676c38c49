package io.clientela.bench;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** P5: who is likely to be there already, asked while a customer is typed: one who is there, and one who isn't. */
final class TypingMeasure {

    private static final int MOST = 2_000;
    private static final String TARGET = "/api/v1/duplicates/likely";

    private static final int NAME = 1;
    private static final int BORN = 3;
    private static final int MOBILE = 6;
    private static final int EMAIL = 8;

    private static final String LEARNED = """
            select exists (
              select 1
              from matching.run r
              where r.state = 'done')
            """;

    private final Path folder;
    private final int rows;
    private final PrintStream out;

    TypingMeasure(Path folder, int rows, PrintStream out) {
        this.folder = folder;
        this.rows = rows;
        this.out = out;
    }

    void run(LocalDate today) throws IOException, InterruptedException, SQLException {
        try (Base base = Base.open(folder, rows, out)) {
            ready(base.product());
            List<String[]> persons = persons(base.list());
            Load one = new Load(base.product().address(), base.product().token("admin"), 1);
            Load several = new Load(base.product().address(), base.product().token("admin"));
            out.printf("%s, %s customers, %s%n", today, Figures.whole(rows), Figures.machine());
            out.println("| what is typed | one types | four type | load |");
            for (Map.Entry<String, List<String>> typed : typed(persons).entrySet()) {
                out.printf(
                        "| %s | %s | %s | %s |%n",
                        typed.getKey(),
                        one.run(asking(typed.getValue())),
                        several.run(asking(typed.getValue())),
                        Figures.two(Figures.load()));
            }
        }
    }

    private static Load.Call asking(List<String> bodies) {
        return (wire, random) -> wire.post(TARGET, bodies.get(random.nextInt(bodies.size())));
    }

    /** Waits until each customer has its keys, and has the base compared once, so that what is typed is weighed by what was learned. */
    private void ready(Product product) throws IOException, InterruptedException, SQLException {
        try (Connection database = product.database();
                Statement statement = database.createStatement()) {
            out.printf("followed after %s s%n", Figures.two(product.followed()));
            boolean learned;
            try (ResultSet row = statement.executeQuery(LEARNED)) {
                learned = row.next() && row.getBoolean(1);
            }
            if (!learned) {
                long before = System.nanoTime();
                try (Client client = Client.signIn(product.address())) {
                    client.compared();
                }
                out.printf("compared in %s s%n", Figures.two((System.nanoTime() - before) / 1e9));
            }
            // What autovacuum does of itself within minutes.
            statement.execute("vacuum analyze matching.looked_for");
        }
    }

    /** Some of those imported, the same in every run. */
    private static List<String[]> persons(Path list) throws IOException {
        List<String[]> persons = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(11);
        long seen = 0;
        try (Stream<String> lines = Files.lines(list, StandardCharsets.UTF_8)) {
            for (String line : (Iterable<String>) lines.skip(1)::iterator) {
                seen++;
                if (persons.size() < MOST) {
                    persons.add(line.split(",", -1));
                } else if (random.nextLong(seen) < MOST) {
                    persons.set(random.nextInt(MOST), line.split(",", -1));
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return persons;
    }

    /** Bodies by what they say, as the page sends them while more and more is typed. */
    private static Map<String, List<String>> typed(List<String[]> persons) {
        Transliterator traditional = Transliterator.getInstance("Simplified-Traditional");
        Map<String, List<String>> typed = new LinkedHashMap<>();
        typed.put("the name of one who is there", each(persons, person -> values("name", person[NAME])));
        typed.put(
                "the same in traditional characters, another telephone, the day of birth",
                each(
                        persons,
                        person -> values(
                                "name",
                                traditional.transliterate(person[NAME]),
                                "mobile",
                                "199" + person[MOBILE].replaceAll("\\D", "").substring(3),
                                "birth_date",
                                person[BORN])));
        typed.put(
                "all of one who is there",
                each(
                        persons,
                        person -> values(
                                "name",
                                person[NAME],
                                "mobile",
                                person[MOBILE],
                                "birth_date",
                                person[BORN],
                                "email",
                                person[EMAIL])));
        typed.put(
                "somebody who isn't there",
                each(
                        persons,
                        person -> values("name", "那木罕" + person[NAME], "mobile", "19000" + person[0].substring(2, 8))));
        return typed;
    }

    private static List<String> each(List<String[]> persons, Function<String[], String> said) {
        return persons.stream().map(said).distinct().toList();
    }

    private static String values(String... keysAndTexts) {
        return Stream.iterate(0, i -> i < keysAndTexts.length, i -> i + 2)
                .filter(i -> !keysAndTexts[i + 1].isEmpty())
                .map(i -> "\"" + keysAndTexts[i] + "\":\"" + keysAndTexts[i + 1] + "\"")
                .collect(Collectors.joining(",", "{\"type\":\"individual\",\"values\":{", "}}"));
    }
}
