package io.clientela.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Invented customers in three languages; the same ones each time. */
final class DemoCustomers {

    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国文玉兰志婷雪晨宇轩浩然";
    private static final List<String> GIVEN_ES = List.of(
            "María", "Antonio", "Carmen", "José", "Ana", "Manuel", "Lucía", "Javier", "Elena", "Sergio", "Pilar",
            "Diego");
    private static final List<String> FAMILY_ES = List.of(
            "García", "Fernández", "González", "Rodríguez", "López", "Martínez", "Sánchez", "Pérez", "Muñoz", "Ortega");
    private static final List<String> GIVEN_EN =
            List.of("James", "Olivia", "George", "Amelia", "Noah", "Isla", "Oliver", "Ava", "Harry", "Grace");
    private static final List<String> FAMILY_EN =
            List.of("Smith", "Jones", "Taylor", "Brown", "Williams", "Wilson", "Evans", "Walker", "Wright", "Green");
    private static final List<String> PLACES_CN =
            List.of("CN-310115", "CN-330106", "CN-320505", "CN-110108", "CN-440305", "CN-510104", "CN-420106");
    private static final List<String> CITIES_CN = List.of("上海", "杭州", "苏州", "北京", "深圳", "成都", "武汉");
    private static final List<String> TRADES = List.of("商贸", "科技", "建材", "食品", "机械", "物流", "纺织");
    private static final List<String> TRADES_ES =
            List.of("Talleres", "Distribuciones", "Conservas", "Construcciones", "Transportes", "Bodegas");
    private static final List<String> NEEDS = List.of("办公耗材", "车险", "教育培训", "软件服务", "物流运输", "理财咨询");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";
    private static final String NIF_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

    private final Random random = new Random(20_260_101);

    /** Raw values of a customer who speaks this language and, for an enterprise, one contact person. */
    record Raw(
            String language, String type, Map<String, List<String>> values, List<Map<String, List<String>>> contacts) {}

    Raw next(int number) {
        return switch (number % 10) {
            case 0, 1, 2, 3 -> chinese(number);
            case 4, 5 -> spanish(number);
            case 6 -> english(number);
            case 7, 8 -> chineseFirm(number);
            default -> spanishFirm(number);
        };
    }

    private Raw chinese(int number) {
        int place = random.nextInt(PLACES_CN.size());
        LocalDate born = LocalDate.of(1955, 1, 1).plusDays(random.nextInt(18_000));
        boolean male = random.nextBoolean();
        Map<String, List<String>> values = values(
                "name", chineseName(),
                "mobile", pick(List.of("13", "15", "18")) + "%09d".formatted(910_000_000 - number * 37_003L),
                "region", PLACES_CN.get(place),
                "city", CITIES_CN.get(place),
                "address", "人民路" + (1 + random.nextInt(300)) + "号",
                "needs", pick(NEEDS),
                "source_channel", pick(List.of("referral", "website", "exhibition", "visit")));
        if (random.nextInt(3) > 0) {
            values.put("document_type", List.of("resident_id"));
            values.put(
                    "document_number", List.of(residentId(PLACES_CN.get(place).substring(3), born, number, male)));
            values.put("birth_date", List.of(born.toString()));
            values.put("gender", List.of(male ? "male" : "female"));
        }
        if (random.nextInt(2) == 0) {
            values.put("email", List.of("u%d@example.cn".formatted(number)));
        }
        return new Raw("zh", "individual", values, List.of());
    }

    private Raw spanish(int number) {
        String given = pick(GIVEN_ES);
        int dni = 20_000_000 + number * 971;
        Map<String, List<String>> values = values(
                "given_name",
                given,
                "family_name",
                pick(FAMILY_ES) + " " + pick(FAMILY_ES),
                "mobile",
                "+34 6%02d %03d %03d".formatted(number % 100, number % 1000, (number * 7) % 1000),
                "region",
                pick(List.of("ES-M", "ES-B", "ES-V", "ES-C")),
                "address",
                "Calle Mayor " + (1 + random.nextInt(120)),
                "document_type",
                "nif",
                "document_number",
                "%08d%c".formatted(dni, NIF_LETTERS.charAt(dni % 23)),
                "email",
                "%s.%d@example.es".formatted(plain(given), number));
        return new Raw("es", "individual", values, List.of());
    }

    private Raw english(int number) {
        String given = pick(GIVEN_EN);
        return new Raw(
                "en",
                "individual",
                values(
                        "given_name", given,
                        "family_name", pick(FAMILY_EN),
                        "mobile", "+44 7400 %06d".formatted(100_000 + number),
                        "region", "GB",
                        "email", "%s.%d@example.com".formatted(plain(given), number)),
                List.of());
    }

    private Raw chineseFirm(int number) {
        int place = random.nextInt(PLACES_CN.size());
        String name = CITIES_CN.get(place) + GIVEN.charAt(random.nextInt(GIVEN.length()))
                + GIVEN.charAt(random.nextInt(GIVEN.length())) + pick(TRADES) + "有限公司";
        return new Raw(
                "zh",
                "enterprise",
                values(
                        "name", name,
                        "region", PLACES_CN.get(place),
                        "city", CITIES_CN.get(place),
                        "address", "工业大道" + (1 + random.nextInt(200)) + "号",
                        "phone", "021-5%07d".formatted(1_000_000 + number * 13L),
                        "founded_on",
                                LocalDate.of(1998, 1, 1)
                                        .plusDays(random.nextInt(9_000))
                                        .toString()),
                List.of(values(
                        "name", chineseName(),
                        "position", "采购经理",
                        "mobile", "18%09d".formatted(100_000_000 + number * 41L))));
    }

    private Raw spanishFirm(int number) {
        return new Raw(
                "es",
                "enterprise",
                values(
                        "name", pick(TRADES_ES) + " " + pick(FAMILY_ES) + ", S.L.",
                        "region", pick(List.of("ES-M", "ES-B", "ES-V", "ES-C")),
                        "phone", "+34 91 %03d %02d %02d".formatted(number % 1000, number % 100, (number * 3) % 100),
                        "email", "info%d@example.es".formatted(number)),
                List.of(values(
                        "name",
                        pick(GIVEN_ES) + " " + pick(FAMILY_ES),
                        "position",
                        "Gerente",
                        "mobile",
                        "+34 6%02d %03d %03d".formatted((number + 7) % 100, number % 1000, number % 997))));
    }

    private String chineseName() {
        StringBuilder name = new StringBuilder().append(SURNAMES.charAt(random.nextInt(SURNAMES.length())));
        for (int i = 0; i <= random.nextInt(2); i++) {
            name.append(GIVEN.charAt(random.nextInt(GIVEN.length())));
        }
        return name.toString();
    }

    /** GB 11643: place, birth date, serial number (odd for men) and a check digit. */
    private static String residentId(String place, LocalDate born, int number, boolean male) {
        int serial = number % 499 * 2 + (male ? 1 : 0);
        String body = place + born.toString().replace("-", "") + "%03d".formatted(serial);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        return body + CHECK_DIGITS.charAt(sum % 11);
    }

    private String pick(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static String plain(String name) {
        return java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    static Map<String, List<String>> values(String... keysAndValues) {
        Map<String, List<String>> values = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put(keysAndValues[i], new ArrayList<>(List.of(keysAndValues[i + 1])));
        }
        return values;
    }
}
