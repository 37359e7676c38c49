package io.clientela.kit.recognise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clientela.kit.check.Checked;
import io.clientela.kit.check.Finding;
import io.clientela.kit.check.RecordCheck;
import io.clientela.kit.check.RecordChecks;
import io.clientela.kit.check.Rules;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Field;
import io.clientela.kit.format.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of the registers through recognition and the rules, against what is known to be wrong with it. */
class RegisterScoreTest {

    private static final Catalogue CATALOGUE = Catalogue.shipped();

    @ParameterizedTest
    @ValueSource(strings = {"personas_cn.csv", "clientes_es.csv", "customers_en.csv", "客户信息登记表.xlsx"})
    void acceptsAndRefusesRowsAsTheyDeserve(String name) throws IOException {
        assumeTrue(Registers.present("registers/" + name));
        List<String> expected = new ArrayList<>();
        Registers.read(
                "registers/" + name.substring(0, name.lastIndexOf('.')) + ".truth.csv",
                row -> expected.add(row.cell(2)));
        expected.removeFirst();
        List<String> found = found("registers/" + name);
        Map<String, Integer> wrong = new TreeMap<>();
        int right = 0;
        for (int i = 0; i < expected.size(); i++) {
            if (expected.get(i).equals(found.get(i))) {
                right++;
            } else {
                wrong.merge(expected.get(i) + " → " + found.get(i), 1, Integer::sum);
            }
        }
        assertThat((double) right / expected.size()).as(wrong.toString()).isGreaterThanOrEqualTo(0.99);
    }

    private static List<String> found(String name) throws IOException {
        Recognition sample = Registers.recognise(name);
        DateOrders orders = sample.dateOrders();
        Registers.read(name, orders::feed);
        Recognition recognition = orders.decided();
        Assembly assembly = new Assembly(recognition);
        List<String> found = new ArrayList<>();
        Registers.read(name, row -> {
            if (!recognition.skips(row)) {
                found.add(verdict(recognition.type(), assembly, row));
            }
        });
        return found;
    }

    private static String verdict(String type, Assembly assembly, Row row) {
        RawRecord raw = assembly.assemble(row);
        Map<String, String> clean = new LinkedHashMap<>();
        TreeSet<String> refused = new TreeSet<>();
        raw.values().forEach((path, value) -> {
            Checked checked = Rules.named(field(type, path).rule()).check(value, raw.context(path));
            if (checked instanceof Checked.Ok ok) {
                clean.put(path, ok.value());
            } else {
                refused.add(path);
            }
        });
        if (!raw.values().containsKey("name")) {
            refused.add("name");
        }
        for (RecordCheck check : RecordChecks.all()) {
            check.check(clean).stream().filter(Finding::refuses).forEach(finding -> refused.add(finding.field()));
        }
        return refused.isEmpty() ? "ok" : "refuse:" + String.join("+", refused);
    }

    private static Field field(String type, String path) {
        int dot = path.indexOf('.');
        return dot < 0
                ? CATALOGUE.field(type, path)
                : CATALOGUE.field(CATALOGUE.field(type, path.substring(0, dot)).codeList(), path.substring(dot + 1));
    }
}
