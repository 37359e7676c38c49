package io.clientela.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.customer.Outcome.Accepted;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.Target;
import io.clientela.kit.check.Context;
import io.clientela.platform.ServerTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whose value stands when files are one customer, by the rules that come with the product. */
@ServerTest
class SurvivorshipTest {

    private static final AtomicLong RUNS = new AtomicLong(990_000);

    @Autowired
    WriteGate gate;

    @Autowired
    Merges merges;

    private CustomerNumber entered(Circumstances how, String... values) {
        Submission said = new Submission(new Target.NewFile(), "individual", Cast.values(values), Map.of(), how);
        return ((Accepted) gate.submit(List.of(said), Cast.CHEN).getFirst()).number();
    }

    private static Circumstances row(long run, long row) {
        return new Circumstances("import", "csv", "", "", run, row, Context.NONE);
    }

    private String chosen(String field, CustomerNumber... numbers) {
        MergePreview.Row row = merges.preview(Cast.wish(null, Map.of(), numbers), Cast.CHEN).fields().stream()
                .filter(one -> one.field().equals(field))
                .findFirst()
                .orElseThrow();
        return row.value().text() + " by " + row.why();
    }

    @Test
    void whichRowOfAFileCameFirstSaysNothing() {
        long run = RUNS.incrementAndGet();
        CustomerNumber fuller = entered(
                row(run, 1),
                "name",
                "Lucía García López",
                "city",
                "Vigo",
                "remarks",
                "habla inglés",
                "occupation",
                "maestra");
        CustomerNumber later = entered(row(run, 2), "name", "Lucia Garcia", "city", "Lugo");
        assertThat(chosen("city", fuller, later)).isEqualTo("Vigo by completeness");
        assertThat(chosen("name", fuller, later)).isEqualTo("Lucía García López by completeness");
        // A later import is later.
        CustomerNumber news = entered(row(RUNS.incrementAndGet(), 1), "name", "Lucia Garcia", "city", "Ourense");
        assertThat(chosen("city", fuller, news)).isEqualTo("Ourense by recency");
        assertThat(chosen("city", fuller, later, news)).isEqualTo("Ourense by recency");
    }

    @Test
    void whereTheWholeIsTheSameItsPartsComeFromWhoeverHasThem() {
        CustomerNumber parts = entered(
                Circumstances.of("page"),
                "name",
                "欧阳雪",
                "family_name",
                "欧阳",
                "given_name",
                "雪",
                "address",
                "文三路 1 号",
                "city",
                "杭州",
                "postal_code",
                "310012");
        CustomerNumber later = entered(Circumstances.of("page"), "name", "欧阳雪", "address", "文三路 1 号");
        assertThat(chosen("family_name", parts, later)).isEqualTo("欧阳 by same");
        assertThat(chosen("given_name", parts, later)).isEqualTo("雪 by same");
        assertThat(chosen("postal_code", parts, later)).isEqualTo("310012 by same");
    }
}
