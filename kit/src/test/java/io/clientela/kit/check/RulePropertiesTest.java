package io.clientela.kit.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What holds of every rule and every text: no exception, and a canonical value is its own canonical value. */
class RulePropertiesTest {

    private static final List<Context> CONTEXTS = List.of(
            Context.NONE,
            new Context("CN", "ymd", Map.of("today", "2026-11-22", "document_type", "resident_id")),
            new Context("ES", "dmy", Map.of("document_type", "passport")),
            new Context("US", "mdy", Map.of("region", "ES-M")));

    @Property(tries = 400)
    void holdsForAnyText(@ForAll("texts") String raw) {
        assertThat(broken(raw)).isEmpty();
    }

    @Property(tries = 600)
    void holdsForNearlyGoodValues(@ForAll("nearlyGood") String raw) {
        assertThat(broken(raw)).isEmpty();
    }

    @Test
    void holdsForNaughtyStrings() throws IOException {
        Optional<Path> file = SharedData.file("imports/blns.txt");
        assumeThat(file).isPresent();
        for (String line : new String(Files.readAllBytes(file.orElseThrow()), StandardCharsets.UTF_8).split("\n", -1)) {
            assertThat(broken(line)).isEmpty();
        }
    }

    private static List<String> broken(String raw) {
        List<String> out = new ArrayList<>();
        for (String name : Rules.names()) {
            for (Context context : CONTEXTS) {
                String once = RuleTable.outcome(name, raw, context);
                if (!once.startsWith("!") || Rules.named(name).check(raw, context) instanceof Checked.Ok) {
                    String twice = RuleTable.outcome(name, once, context);
                    if (!twice.equals(once)) {
                        out.add("%s: <%s> -> <%s> -> <%s> in %s".formatted(name, raw, once, twice, context));
                    }
                }
            }
        }
        return out;
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(30);
        Arbitrary<String> spaced = Arbitraries.strings()
                .withChars(
                        "aÉñ '-.·•・\u00A0\u3000\u200B\u200D\u0301\u0308\uFF21\uFFFD\u202E范倩紅１２ｱﾞ가\n\r\t\uD83D\uDE0D\u0000")
                .ofMaxLength(12);
        return Arbitraries.oneOf(any, spaced);
    }

    @Provide
    Arbitrary<String> nearlyGood() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("0123456789").ofMaxLength(20),
                Arbitraries.strings().withChars("0123456789.,-+()' /E€万:x").ofMaxLength(16),
                Arbitraries.strings().withChars("0123456789XYZABTES- ").ofMaxLength(20),
                Arbitraries.strings().withChars("19024年月日-/. dempayo:T").ofMaxLength(16),
                Arbitraries.strings().withChars("ab1@.-_+;<> 例").ofMaxLength(16),
                Arbitraries.strings().withChars("htps:/w.ab?#1 例。").ofMaxLength(16),
                Arbitraries.strings().withChars("+0123456789;ext= ").ofMaxLength(20));
    }
}
