package io.clientela.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.access.Actors;
import io.clientela.customer.Customers;
import io.clientela.customer.FileView;
import io.clientela.customer.Outcome.Accepted;
import io.clientela.customer.Submission;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.Target;
import io.clientela.customer.WriteGate;
import io.clientela.fields.FieldCatalogue;
import io.clientela.fields.OwnFields;
import io.clientela.platform.ServerTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Random values of own fields of every kind go in through the gate, out as a file, and in again unchanged. */
@ServerTest
class OwnFieldsRoundTripTest {

    private static final int FILES = 25;
    private static final List<String> KEYS = List.of(
            "own_text",
            "own_number",
            "own_money",
            "own_date",
            "own_choice",
            "own_choices",
            "own_yes_no",
            "own_phone",
            "own_email",
            "own_name",
            "own_region",
            "own_url",
            "own_address",
            "own_long",
            "own_code");

    @Autowired
    Uploads uploads;

    @Autowired
    Imports imports;

    @Autowired
    Exports exports;

    @Autowired
    Customers customers;

    @Autowired
    WriteGate gate;

    @Autowired
    Actors actors;

    @Autowired
    FieldCatalogue catalogue;

    @Autowired
    JdbcClient sql;

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void comeBackAsTheyWentOut(String format) throws IOException, InterruptedException {
        new OwnFields(sql, catalogue).ofEveryKind("individual");
        FileDesk desk = new FileDesk(uploads, imports, exports, customers, actors, sql);
        Random random = new Random(20261126L + format.hashCode());
        String family = "往返" + format;
        Map<String, Map<String, String>> entered = new HashMap<>();
        List<Submission> submissions = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            submissions.add(submission(family + i, random, format + i));
        }
        gate.submit(submissions, desk.admin).forEach(outcome -> {
            FileView file = customers.file(((Accepted) outcome).number(), desk.admin);
            entered.put(FileDesk.value(file, "name"), values(file));
        });

        List<String> columns = new ArrayList<>(KEYS);
        columns.add("name");
        byte[] out =
                desk.exported("individual", format, Map.of("own_code.starts", "RT-" + format), columns, desk.admin);
        Run run = desk.imported("back." + format, out, "individual", Map.of());

        assertThat(desk.remarks(run, "refused")).isEmpty();
        List<FileView> back = desk.files(run);
        assertThat(back).hasSize(FILES);
        back.forEach(file -> assertThat(values(file)).isEqualTo(entered.get(FileDesk.value(file, "name"))));
    }

    private static Map<String, String> values(FileView file) {
        Map<String, String> values = new LinkedHashMap<>();
        KEYS.forEach(key -> values.put(key, FileDesk.value(file, key)));
        return values;
    }

    private static Submission submission(String name, Random random, String code) {
        Map<String, List<String>> values = new HashMap<>();
        values.put("name", List.of(name));
        values.put("own_code", List.of("RT-" + code));
        maybe(values, random, "own_text", "一行 文字", "Ñandú, «sí»", "0012", "1.50");
        maybe(values, random, "own_number", "0", "-12.50", "1234567.891", "100");
        maybe(values, random, "own_money", "0.01", "99999999.99", "1200");
        maybe(values, random, "own_date", "1969-02-28", "2024-02-29", "2026-11-26");
        maybe(values, random, "own_choice", "vip", "ordinary", "small");
        maybe(values, random, "own_yes_no", "yes", "no");
        maybe(values, random, "own_phone", "+8613812345678", "+34612345678", "+861088886666");
        maybe(values, random, "own_email", "ana.gil@example.com", "li@example.cn");
        maybe(values, random, "own_name", "欧阳雪", "María del Mar", "O'Brien");
        maybe(values, random, "own_region", "CN-430104", "CN-310000");
        maybe(values, random, "own_url", "https://example.com/a?b=1", "http://例子.中国/");
        maybe(values, random, "own_address", "浙江省杭州市西湖区文三路9号", "Calle Mayor, 5, 2º");
        maybe(values, random, "own_long", "第一行\n第二行", "=SUM(A1)", "  前后有空格  ");
        if (random.nextBoolean()) {
            values.put("own_choices", random.nextBoolean() ? List.of("supplier", "buyer") : List.of("distributor"));
        }
        return new Submission(new Target.NewFile(), "individual", values, Map.of(), Circumstances.of("page"));
    }

    private static void maybe(Map<String, List<String>> values, Random random, String key, String... choices) {
        if (random.nextInt(3) > 0) {
            values.put(key, List.of(choices[random.nextInt(choices.length)]));
        }
    }
}
