package io.clientela.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.clientela.access.Actors;
import io.clientela.customer.CustomerNumber;
import io.clientela.customer.FileHistory;
import io.clientela.customer.HistoryItem;
import io.clientela.customer.HistoryQuery;
import io.clientela.customer.Told;
import io.clientela.kernel.Actor;
import io.clientela.platform.ServerTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class ToldProvenanceTest {

    @Autowired
    Uploads uploads;

    @Autowired
    Imports imports;

    @Autowired
    FileHistory histories;

    @Autowired
    Actors actors;

    @Autowired
    JdbcClient sql;

    private Actor ana;

    @BeforeEach
    void signIn() {
        long admin = sql.sql("select a.account_id from access.account a where a.name = 'admin'")
                .query(Long.class)
                .single();
        ana = actors.actor(admin, "127.0.0.1", "page");
    }

    private Run imported(String text) throws IOException, InterruptedException {
        long upload = uploads.take("l.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), ana)
                .id();
        long id = imports.start(new ImportWish(upload, "", "insert", "", "", Map.of(), false), ana)
                .id();
        long patience = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!imports.find(id).state().over()) {
            assertThat(System.nanoTime()).as("the run ends").isLessThan(patience);
            Thread.sleep(50);
        }
        return imports.find(id);
    }

    private static List<String> fields(Recognised found) {
        return found.columns().stream()
                .map(column -> column.field() == null ? "" : column.field())
                .toList();
    }

    @Test
    void whoFirstWroteARowDownIsKeptBesideWhoImportedIt() throws IOException, InterruptedException {
        Run run = imported("姓名,手机,提供方,登记人,登记日期\n原一,13800138101,市贸促会,刘芳,2021-05-06\n");
        assertThat(fields(imports.recognised(run)))
                .containsExactly(
                        "name", "mobile", "provenance.supplied_by", "provenance.recorded_by", "provenance.recorded_on");
        assertThat(run.counts().created()).isOne();
        String number = sql.sql("""
                select f.number
                from customer.file f
                join customer.entry e on e.file_id = f.file_id
                where e.run_id = :run
                """).param("run", run.id()).query(String.class).single();
        CustomerNumber known = new CustomerNumber(number);

        assertThat(histories.page(known, HistoryQuery.newest(), ana).items())
                .flatExtracting(HistoryItem::told)
                .extracting(Told::field, Told::text)
                .containsExactly(
                        tuple("supplied_by", "市贸促会"), tuple("recorded_by", "刘芳"), tuple("recorded_on", "2021-05-06"));
        assertThat(sql.sql("select count(*) from customer.entry e where position('刘芳'::bytea in e.body) > 0")
                        .query(Long.class)
                        .single())
                .as("sealed like the rest")
                .isZero();
    }

    @Test
    void aDateNobodyCanReadIsWarnedAboutOnly() throws IOException, InterruptedException {
        Run run = imported("Nombre,Móvil,Registrado por,Fecha de alta\nEva Soler,612345111,Lucía Pardo,ayer\n"
                + "Ana Ruiz,612345114,Lucía Pardo,25/03/2020\n");
        assertThat(run.counts().created()).isEqualTo(2);
        assertThat(imports.remarks(run.id(), "warning", 0, 10, ana))
                .flatExtracting(ImportRemark::problems)
                .extracting(problem -> problem.field())
                .contains("provenance.recorded_on");
    }

    @Test
    void aDayOfRegistrationAloneIsTheFirstContact() throws IOException, InterruptedException {
        Run run = imported("Name,Mobile,Registered on,Source\nEva Soler,+34612345112,2020-01-02,Website\n");
        assertThat(fields(imports.recognised(run)))
                .containsExactly("name", "mobile", "first_contact_on", "source_channel");
        Run other = imported("Name,Mobile,Entered by,Source\nEva Soler,+34612345113,Mary Jones,City of York\n");
        assertThat(fields(imports.recognised(other)))
                .containsExactly("name", "mobile", "provenance.recorded_by", "provenance.supplied_by");
    }
}
