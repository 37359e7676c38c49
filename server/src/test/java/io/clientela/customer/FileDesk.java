package io.clientela.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientela.customer.CustomerAttachments.Fetched;
import io.clientela.customer.Outcome.Accepted;
import io.clientela.customer.Outcome.Refused;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.Target;
import io.clientela.fields.FieldCatalogue;
import io.clientela.fields.OwnFields;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.fields.FieldType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A customer with fields that hold files, and somebody at each of its gates. */
final class FileDesk {

    private final WriteGate gate;
    private final CustomerAttachments files;
    private final JdbcClient sql;
    private final CustomerNumber number;

    FileDesk(WriteGate gate, CustomerAttachments files, FieldCatalogue catalogue, JdbcClient sql) {
        this.gate = gate;
        this.files = files;
        this.sql = sql;
        OwnFields own = new OwnFields(sql, catalogue);
        own.declare("individual", "own_file", FieldType.FILE, Map.of("rule", "attachment", "sealed", true));
        own.declare("individual", "own_scan", FieldType.FILE, Map.of("rule", "attachment", "sealed", true));
        number = enter("文件甲");
    }

    /** A new customer each time. */
    static FileDesk of(AutowireCapableBeanFactory beans) {
        return beans.createBean(FileDesk.class);
    }

    CustomerNumber number() {
        return number;
    }

    CustomerNumber enter(String name) {
        return ((Accepted) gate.submit(List.of(Cast.newIndividual("name", name)), Cast.CHEN)
                        .getFirst())
                .number();
    }

    Attached taken(CustomerNumber of, String field, String name, Actor actor) throws IOException {
        byte[] content = ("%PDF-1.7\n" + name).getBytes(StandardCharsets.UTF_8);
        return files.take(of, field, name, new ByteArrayInputStream(content), actor);
    }

    Outcome said(String value, Actor actor) {
        return said(number, "own_file", value, actor);
    }

    Outcome said(CustomerNumber of, String field, String value, Actor actor) {
        return gate.submit(List.of(Cast.change(of, OptionalLong.empty(), field, value)), actor)
                .getFirst();
    }

    static void isRefused(Outcome outcome, String code) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(FieldProblem::code)
                                .containsExactly(code));
    }

    String fetched(long id, Actor actor) throws IOException {
        return fetched(number, id, actor);
    }

    String fetched(CustomerNumber of, long id, Actor actor) throws IOException {
        Fetched fetched = files.fetch(of, id, actor);
        return new String(fetched.content().readAllBytes(), StandardCharsets.UTF_8);
    }

    void isNotThere(long id, Actor actor) {
        assertThatThrownBy(() -> files.fetch(number, id, actor))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(CommonError.NOT_FOUND));
    }

    void takeBack(int entry) {
        takeBack(number, entry);
    }

    void takeBack(CustomerNumber of, int entry) {
        Submission back = new Submission(
                new Target.Known(of, OptionalLong.empty()),
                "individual",
                Map.of(),
                Map.of(),
                Circumstances.takingBack(entry, ""));
        assertThat(gate.submit(List.of(back), Cast.CHEN).getFirst()).isInstanceOf(Accepted.class);
    }

    /** Reads are told of within a moment. */
    long told(String action, Actor actor) {
        long patience = System.nanoTime() + 5_000_000_000L;
        long count = 0;
        while (count == 0 && System.nanoTime() < patience) {
            count = sql.sql("select count(*) from audit.event e where e.action = :action and e.actor_id = :actor")
                    .param("action", action)
                    .param("actor", actor.userId())
                    .query(Long.class)
                    .single();
        }
        return count;
    }
}
