package io.clientela.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * A running product with so many customers in the three scopes of a {@link Territory}. Where {@code CLIENTELA_BENCH_HOME} names
 * a folder, it is made there once and found again by the next measure.
 */
final class Base implements AutoCloseable {

    private static final String KNOWN = "bench.properties";

    /** By a hash of their ids: a sample of places in the table loses every customer that was changed and lies elsewhere since. */
    private static final String SOME = """
            select f.number
            from customer.file f
            where f.listed
              and abs(hashint8extended(f.file_id, 7) % 1000000) < ?
            """;

    private final Path folder;
    private final Product product;
    private final Properties tokens;

    private Base(Path folder, Product product, Properties tokens) {
        this.folder = folder;
        this.product = product;
        this.tokens = tokens;
    }

    static Base open(Path temporary, int rows, PrintStream out) throws IOException, InterruptedException, SQLException {
        Path folder = Optional.ofNullable(System.getenv("CLIENTELA_BENCH_HOME"))
                .map(Path::of)
                .orElse(temporary);
        Files.createDirectories(folder);
        Properties tokens = new Properties();
        if (Files.exists(folder.resolve(KNOWN))) {
            try (var in = Files.newBufferedReader(folder.resolve(KNOWN))) {
                tokens.load(in);
            }
            if (!tokens.getProperty("rows").equals(String.valueOf(rows))) {
                throw new IOException(folder + " holds a base of " + tokens.getProperty("rows") + " customers");
            }
            return new Base(folder, Product.start(folder.resolve("home"), List.of()), tokens);
        }
        Product product = Product.start(folder.resolve("home"), List.of());
        Base base = new Base(folder, product, tokens);
        base.fill(rows, out);
        return base;
    }

    private void fill(int rows, PrintStream out) throws IOException, InterruptedException, SQLException {
        try (Client client = Client.signIn(product.address())) {
            Territory territory = new Territory(client);
            territory.make();
            new Persons(20, "P").write(list(), rows, territory::owner);
            out.println("base: " + client.imported(list()).expectDone());
        }
        try (Connection database = product.database();
                Statement statement = database.createStatement()) {
            // What autovacuum does of itself within minutes after such an import.
            statement.execute("vacuum analyze");
        }
        tokens.setProperty("rows", String.valueOf(rows));
        for (Territory.Reader reader : Territory.readers()) {
            tokens.setProperty(reader.name(), product.token(reader.name()));
        }
        try (Writer writer = Files.newBufferedWriter(folder.resolve(KNOWN))) {
            tokens.store(writer, "a base to measure on");
        }
    }

    /** The list of persons that was imported. */
    Path list() {
        return folder.resolve("persons.csv");
    }

    Product product() {
        return product;
    }

    Load load(Territory.Reader reader) {
        return new Load(product.address(), token(reader));
    }

    String token(Territory.Reader reader) {
        return tokens.getProperty(reader.name());
    }

    /** Numbers of customers taken at random, the same in every run; about so many. */
    List<String> numbers(int about) throws SQLException, IOException {
        List<String> numbers = new ArrayList<>();
        try (Connection database = product.database();
                PreparedStatement statement = database.prepareStatement(SOME)) {
            statement.setLong(1, 1_000_000L * about / Integer.parseInt(tokens.getProperty("rows")));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    numbers.add(row.getString(1));
                }
            }
        }
        return numbers;
    }

    @Override
    public void close() {
        product.close();
    }
}
