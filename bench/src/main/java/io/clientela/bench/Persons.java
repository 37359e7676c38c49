package io.clientela.bench;

import io.clientela.kit.fields.CodeItem;
import io.clientela.kit.fields.CodeList;
import io.clientela.kit.fields.CodeLists;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * Makes a customer list of plausible persons, 20 columns: mostly Chinese, some Spanish and English speakers living in China,
 * with document numbers whose check digits are right. The same seed makes the same list.
 */
final class Persons {

    static final List<String> HEADINGS = List.of(
            "原系统编号", "客户姓名", "性别", "出生日期", "证件类型", "证件号码", "手机", "固定电话", "电子邮箱", "所在地区", "城市", "邮政编码", "地址", "职业",
            "工作单位", "文化程度", "来源渠道", "首次接触日期", "需求与偏好", "备注");

    private static final String OWNER = "归属人";
    private static final LocalDate OLDEST = LocalDate.of(1940, 1, 1);
    private static final LocalDate FIRST_CONTACT = LocalDate.of(2015, 1, 1);
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final String LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

    private final SplittableRandom random;
    private final String prefix;
    private final CodeList places;
    private final List<CodeItem> districts;

    Persons(long seed, String prefix) {
        this.random = new SplittableRandom(seed);
        this.prefix = prefix;
        this.places = CodeLists.shipped().regions().list();
        this.districts = places.items().stream()
                .filter(place -> place.code().matches("CN-\\d{6}"))
                .filter(place -> !digits(place).endsWith("00") && places.leaf(place.code()))
                .toList();
    }

    /** Writes {@code count} persons below a row of headings. */
    void write(Path file, int count) throws IOException {
        write(file, count, Optional.empty());
    }

    /** The same with a last column that says whose customer the person with this number is. */
    void write(Path file, int count, IntFunction<String> owner) throws IOException {
        write(file, count, Optional.of(owner));
    }

    private void write(Path file, int count, Optional<IntFunction<String>> owner) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(String.join(",", HEADINGS));
            out.write(owner.map(any -> "," + OWNER + "\n").orElse("\n"));
            for (int i = 1; i <= count; i++) {
                int number = i;
                out.write(String.join(",", person(number)));
                out.write(owner.map(of -> "," + of.apply(number) + "\n").orElse("\n"));
            }
        }
    }

    private List<String> person(int number) {
        CodeItem district = pick(districts);
        boolean female = random.nextInt(2) == 1;
        LocalDate born = OLDEST.plusDays(random.nextInt(24_000));
        int speaks = random.nextInt(100);
        boolean chinese = speaks < 80;
        boolean spanish = speaks >= 90;
        String name = chinese ? chineseName(female) : spanish ? spanishName(female) : englishName(female);
        List<CodeItem> line = places.line(district.code());
        String province = line.get(1).label().zh();
        String city = line.get(line.size() - 2).label().zh();
        return List.of(
                prefix + String.format(Locale.ROOT, "%08d", number),
                name,
                female ? "女" : "男",
                born.toString(),
                chinese ? "身份证" : spanish ? "NIE" : "护照",
                chinese ? residentId(digits(district), born, female) : spanish ? nie() : passport(),
                mobile(chinese, spanish),
                random.nextInt(100) < 30 ? phone() : "",
                random.nextInt(100) < 70 ? email(number) : "",
                province
                        + (province.equals(city) ? "" : city)
                        + district.label().zh(),
                city,
                digits(district).substring(0, 4) + "00",
                pick(Words.STREETS) + (1 + random.nextInt(900)) + "号" + (1 + random.nextInt(30)) + "栋"
                        + (101 + random.nextInt(2000)) + "室",
                pick(Words.OCCUPATIONS),
                city.replaceAll("市$", "") + pick(Words.BRANDS) + pick(Words.BRANCHES) + "有限公司",
                pick(Words.EDUCATIONS),
                pick(Words.CHANNELS),
                FIRST_CONTACT.plusDays(random.nextInt(4_000)).toString(),
                random.nextInt(100) < 60 ? pick(Words.NEEDS) : "",
                random.nextInt(100) < 30 ? pick(Words.REMARKS) : "");
    }

    private String chineseName(boolean female) {
        String given = female ? Words.FEMALE_HAN : Words.MALE_HAN;
        String first = letter(given);
        return pick(Words.FAMILIES_HAN) + (random.nextInt(100) < 75 ? first + letter(given) : first);
    }

    private String spanishName(boolean female) {
        return pick(female ? Words.FEMALE_ES : Words.MALE_ES) + " " + pick(Words.FAMILIES_ES) + " "
                + pick(Words.FAMILIES_ES);
    }

    private String englishName(boolean female) {
        return pick(female ? Words.FEMALE_EN : Words.MALE_EN) + " " + pick(Words.FAMILIES_EN);
    }

    /** GB 11643-1999: place, birth date, serial number (odd for men), ISO 7064 MOD 11-2. */
    private String residentId(String place, LocalDate born, boolean female) {
        int serial = random.nextInt(499) * 2 + (female ? 2 : 1);
        String body = place + born.toString().replace("-", "") + String.format(Locale.ROOT, "%03d", serial);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        return body + CHECKS.charAt(sum % 11);
    }

    /** Letter, seven digits and the letter of the number modulo 23 (Real Decreto 557/2011; X, Y, Z count as 0, 1, 2). */
    private String nie() {
        int first = random.nextInt(3);
        int number = random.nextInt(10_000_000);
        return "XYZ".charAt(first)
                + String.format(Locale.ROOT, "%07d", number)
                + LETTERS.charAt((first * 10_000_000 + number) % 23);
    }

    private String passport() {
        return String.format(Locale.ROOT, "%09d", 100_000_000 + random.nextInt(800_000_000));
    }

    private String mobile(boolean chinese, boolean spanish) {
        if (chinese || random.nextInt(2) == 0) {
            return pick(Words.MOBILES) + eight();
        }
        return spanish ? "+34 6" + eight() : "+44 7400 " + eight().substring(2);
    }

    private String eight() {
        return String.format(Locale.ROOT, "%08d", random.nextInt(100_000_000));
    }

    private String phone() {
        return pick(Words.AREAS) + String.format(Locale.ROOT, "%07d", random.nextInt(10_000_000));
    }

    private String email(int number) {
        return pick(Words.MAILBOXES) + number + "@" + pick(Words.DOMAINS);
    }

    private static String digits(CodeItem place) {
        return place.code().replaceAll("\\D", "");
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String letter(String from) {
        return String.valueOf(from.charAt(random.nextInt(from.length())));
    }
}
