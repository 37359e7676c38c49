package io.clientela.matching;

import io.clientela.kit.match.Estimate;
import io.clientela.kit.match.Frequencies;
import io.clientela.kit.match.Groups;
import io.clientela.kit.match.Model;
import io.clientela.kit.match.RuleSet;
import io.clientela.platform.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** What was learned of each type of customer, and what it expects of thresholds. */
@Repository
class ModelStore {

    /** Thousandths, as thresholds are set. */
    private static final int STEPS = 1_000;

    private static final TypeReference<List<Estimate>> CURVE = new TypeReference<>() {};

    private static final String NEWEST = """
            select m.run_id
            from matching.model m
            where m.record_type = :record
            order by m.run_id desc
            limit 1
            """;

    private static final String BODY = """
            select m.body
            from matching.model m
            where m.record_type = :record
              and m.run_id = :run
            """;

    private static final String CURVES = """
            select distinct on (m.record_type) m.curve
            from matching.model m
            order by m.record_type, m.run_id desc
            """;

    private static final String PUT = """
            insert into matching.model (record_type, run_id, records, body, curve)
            values (:record, :run, :records, cast(:body as jsonb), cast(:curve as jsonb))
            on conflict (record_type, run_id) do update
            set records = excluded.records,
                body = excluded.body,
                curve = excluded.curve
            """;

    private final JdbcClient sql;

    /** Read once: a run's model never changes after it has ended. */
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    ModelStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** The newest of a type; empty where none was learned by the rules of this version. */
    Optional<Model> inForce(String record) {
        Optional<Long> run =
                sql.sql(NEWEST).param("record", record).query(Long.class).optional();
        if (run.isEmpty()) {
            return Optional.empty();
        }
        Known now = known.get(record);
        if (now == null || now.run() != run.get()) {
            now = new Known(run.get(), read(record, run.get()));
            known.put(record, now);
        }
        return now.model();
    }

    private Optional<Model> read(String record, long run) {
        return sql.sql(BODY)
                .param("record", record)
                .param("run", run)
                .query(String.class)
                .optional()
                .map(json -> Json.read(json, Body.class))
                .filter(body -> body.fits(RuleSet.of(record)))
                .map(body -> body.model(record));
    }

    void put(String record, long run, Model model, Groups groups) {
        known.remove(record);
        sql.sql(PUT)
                .param("record", record)
                .param("run", run)
                .param("records", model.records())
                .param("body", Json.write(Body.of(model)))
                .param(
                        "curve",
                        Json.write(IntStream.rangeClosed(0, STEPS)
                                .mapToObj(step -> groups.estimate(step / (double) STEPS))
                                .toList()))
                .update();
    }

    /** What is to be expected of a threshold, by type of customer; empty before the first run. */
    List<Estimate> estimates(double threshold) {
        return sql.sql(CURVES).query((row, n) -> Json.read(row.getString("curve"), CURVE)).list().stream()
                .filter(curve -> curve.size() > STEPS)
                .map(curve -> curve.get((int) Math.round(threshold * STEPS)))
                .toList();
    }

    private record Known(long run, Optional<Model> model) {}

    private record Body(
            int records,
            List<double[]> same,
            List<double[]> strangers,
            double prior,
            Map<String, Map<Integer, Double>> frequencies) {

        private static Body of(Model model) {
            return new Body(
                    model.records(),
                    model.same(),
                    model.strangers(),
                    model.prior(),
                    model.frequencies().toMap());
        }

        private Model model(String record) {
            return new Model(record, records, same, strangers, prior, Frequencies.of(frequencies));
        }

        private boolean fits(RuleSet rules) {
            return same.size() == rules.aspects().size()
                    && IntStream.range(0, same.size())
                            .allMatch(i -> same.get(i).length
                                    == rules.aspects().get(i).levels().size());
        }
    }
}
