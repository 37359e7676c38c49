package io.clientela.acceptance;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What nobody decent sends: texts, numbers and structures that have broken somebody's software. */
final class HostileValues {

    /** Where a template or expression is evaluated, this product shows up in the answer. */
    static final String EVALUATED = "5332114";

    /** A header that must never come back as one. */
    static final String INJECTED = "x-clientela-evil";

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\ud800",
            "x\udc00y",
            "\u202Elive\u202C",
            "\u200F\u200E\u061C",
            "\ufeff",
            "\u2028\u2029",
            "\u200b\u200b",
            "👩‍👩‍👧‍👦🏳️‍🌈",
            "e\u0301".repeat(100),
            "İıŞşßﬁ",
            "﷽".repeat(50),
            "汉".repeat(5_000),
            "x".repeat(20_000),
            "' or '1'='1",
            "'; drop table customer.file; --",
            "\" onmouseover=alert(1) x=\"",
            "<script>alert(1)</script>",
            "=cmd|'/c calc'!A0",
            "+1+1",
            "@SUM(1)",
            "${1234*4321}",
            "#{1234*4321}",
            "{{1234*4321}}",
            "<%= 1234*4321 %>",
            "%s%n%x%d",
            "{0} '{'",
            "../../../../etc/passwd",
            "..\\..\\windows\\win.ini",
            "file:///etc/passwd",
            "null",
            "true",
            "NaN",
            "-1",
            "0",
            "1e309",
            "9223372036854775808",
            "999999999999999999999999999999",
            "2025-02-30",
            "0000-00-00",
            "-999999999-01-01T00:00:00Z",
            "+292278994-08-17T07:12:55Z",
            "99999999999-01-01",
            "9999-12-31..0001-01-01",
            "..",
            "a..b..c",
            "\r\n" + INJECTED + ": 1",
            "•••• 1234",
            "*",
            "%",
            "_",
            "\\",
            ",",
            "\\,\\",
            "f.",
            "contacts.name",
            "name.any",
            "(a+)+$",
            "[",
            "?",
            "-name",
            "-",
            "AAAA",
            "eyJhIjoxfQ==");

    private static final List<Number> NUMBERS = List.of(
            -1,
            Integer.MIN_VALUE,
            Integer.MAX_VALUE,
            1L << 31,
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            new BigInteger("9".repeat(40)),
            0.1,
            -0.0,
            1e308);

    private final Random random;
    private final List<String> lures;

    /** @param lures pieces of what must not be found by whoever may not see it */
    HostileValues(Random random, List<String> lures) {
        this.random = random;
        this.lures = lures;
    }

    String text() {
        return random.nextInt(6) == 0 ? pick(lures) : pick(TEXTS);
    }

    /** A short one, as fits into an address or a header. */
    String shortText() {
        String text = text();
        return text.length() > 2_000 ? text.substring(0, 2_000) : text;
    }

    /** A number written down; small ones may be somebody else's. */
    String number(boolean smallToo) {
        return smallToo && random.nextBoolean() ? Integer.toString(random.nextInt(60)) : String.valueOf(pick(NUMBERS));
    }

    /** Anything JSON can say, and some that only look like it. */
    Object json(boolean smallToo) {
        return switch (random.nextInt(12)) {
            case 0 -> pick(NUMBERS);
            case 1 -> new Raw(number(smallToo));
            case 2 -> new Raw(pick(List.of("null", "true", "false", "1e999", "-0", "01", "NaN", "0x10")));
            case 3 -> structure();
            case 4 -> masked();
            default -> text();
        };
    }

    private Object structure() {
        return switch (random.nextInt(7)) {
            case 0 -> new ArrayList<>();
            case 1 -> new LinkedHashMap<>();
            case 2 -> nested(60);
            case 3 -> new Raw("[".repeat(5_000));
            case 4 -> new ArrayList<>(Collections.nCopies(1_000, text()));
            case 5 -> new ArrayList<>(Collections.singletonList(null));
            default -> object("$ref", new ArrayList<>(List.of(object("a", text()))));
        };
    }

    /** A cell as a reader without the right gets it, sent back as a value. */
    static Map<String, Object> masked() {
        Map<String, Object> cell = new LinkedHashMap<>();
        cell.put("masked", true);
        cell.put("text", "•••• 1234");
        return cell;
    }

    private Object nested(int depth) {
        Object inner = "x";
        for (int i = 0; i < depth; i++) {
            inner = random.nextBoolean() ? new ArrayList<>(List.of(inner)) : object("a", inner);
        }
        return inner;
    }

    /** What stands in a body may be spoilt further, so it can be changed. */
    private static Map<String, Object> object(String key, Object value) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put(key, value);
        return object;
    }

    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Written into JSON as it stands. */
    record Raw(String text) {}
}
