package io.clientela.kit.recognise;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/** The outer form of values; only whether a column can be what its heading says, correctness is left to the rules. */
final class Shapes {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[\\p{L}]{2,}");
    private static final Pattern RESIDENT_ID = Pattern.compile("[1-9]\\d{16}[\\dXx]|[1-9]\\d{14}|\\d\\.\\d+E\\+17");
    private static final Pattern CREDIT_CODE =
            Pattern.compile("[1-9A-NPQRTUWXY][1-9]\\d{6}[0-9A-Z]{10}", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPANISH_ID =
            Pattern.compile("(\\d{8}|[XYZ]\\d{7}|[ABCDEFGHJKLMNPQRSUVW]\\d{7})[- ]?[A-Z0-9]", Pattern.CASE_INSENSITIVE);
    private static final Pattern CN_MOBILE = Pattern.compile("(\\+?86|0086)?1[3-9]\\d{9}");
    private static final Pattern DATE = Pattern.compile(
            "(\\d{4}[-/.年]\\s?\\d{1,2}[-/.月]\\s?\\d{1,2}日?|\\d{1,2}[-/. ]\\d{1,2}[-/. ]\\d{2,4}|(19|20)\\d{6}|\\d{4}年\\d{1,2}月?"
                    + "|\\d{1,2}[- ][\\p{L}.]{3,12}[- ,]+\\d{2,4}|[\\p{L}]{3,10}\\.? \\d{1,2},? \\d{4}|\\d{1,2} de \\p{L}+ de \\d{4})([T ].*)?");
    private static final Pattern URL = Pattern.compile(
            "(https?://|www\\.)\\S+|[\\w-]+(\\.[\\w-]+)*\\.(com|cn|es|org|net|co\\.uk|com\\.au|de|fr|io)(/\\S*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern POSTAL = Pattern.compile(
            "[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|\\d{3,6}|\\d{5}-\\d{4}|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d|[A-Z0-9 -]{3,10}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AMOUNT = Pattern.compile(
            "[-+(]?\\s*[€$¥£￥]?\\s*[-+]?\\d[\\d.,' \\u00A0]*\\s*([€$¥£]|元|万元?|亿元?|eur|usd|cny|rmb|gbp|euros?)?\\)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern YES_NO = Pattern.compile("(?i)s[ií]|yes|y|no|n|true|false|1|0|是|否|有|无|同意|不同意|√|×|x");
    private static final Pattern ORGANISATION = Pattern.compile(
            "(?i).*(公司|集团|工厂|厂|商行|商店|合作社|研究院|研究所|学校|大学|医院|中心|事务所|银行|酒店|协会|委员会|经营部"
                    + "|\\b(ltd|limited|llc|inc|plc|corp|corporation|company|gmbh|group|holdings|bank|s\\.?\\s?l\\.?\\s?u?|s\\.?\\s?a\\.?|sociedad|hermanos|asociacion)\\b).*");
    private static final Pattern PLACE_OF_BUSINESS = Pattern.compile(
            "(?i).*\\b(restaurant|cafe|café|bar|grill|hotel|deli|house|pizza|kitchen|diner|tavern|bistro|shop|store|club|room|garden|lounge|inn|market|bakery|the|of|and|&|on|at|la|le|el|il)\\b.*|.*[&\\d].*");
    private static final Pattern HAN_PERSON = Pattern.compile("\\p{IsHan}[\\s·]?\\p{IsHan}{1,2}([\\s·]?\\p{IsHan})?");
    private static final Pattern LATIN_PERSON = Pattern.compile("\\p{L}[\\p{L}.'’-]*(,? \\p{L}[\\p{L}.'’-]*){1,4}");
    private static final Pattern CN_ADDRESS = Pattern.compile(".*\\p{IsHan}.*[省市区县镇乡村路街道号栋室楼].*[路街道号栋室楼村].*");

    private Shapes() {}

    static String plain(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFKC).strip();
    }

    static boolean email(String value) {
        return EMAIL.matcher(value).matches();
    }

    static boolean residentId(String value) {
        return RESIDENT_ID.matcher(value.replace(" ", "")).matches();
    }

    static boolean creditCode(String value) {
        return CREDIT_CODE.matcher(value.replace(" ", "")).matches();
    }

    static boolean spanishId(String value) {
        return SPANISH_ID.matcher(value.replaceAll("[\\s.]", "")).matches();
    }

    static boolean chineseMobile(String value) {
        return CN_MOBILE.matcher(value.replaceAll("[\\s().-]", "")).matches();
    }

    static boolean phone(String value) {
        String bare = value.replaceAll("(?i)(ext|x|转|分机|#).*$", "").replaceAll("[\\s()./-]", "");
        return bare.matches("\\+?\\d{6,15}") && !DATE.matcher(value).matches();
    }

    static boolean date(String value) {
        return DATE.matcher(value).matches();
    }

    static boolean url(String value) {
        return URL.matcher(value).matches();
    }

    static boolean postal(String value) {
        return POSTAL.matcher(value).matches();
    }

    static boolean amount(String value) {
        return AMOUNT.matcher(value).matches();
    }

    static boolean yesNo(String value) {
        return YES_NO.matcher(value).matches();
    }

    static boolean documentNumber(String value) {
        String bare = value.replaceAll("[\\s.-]", "");
        return bare.length() >= 5
                && bare.length() <= 30
                && bare.chars().filter(Character::isDigit).count() * 2 >= bare.length();
    }

    /** A name may hold a number, a code is mostly one. */
    static boolean name(String value) {
        long digits = value.codePoints().filter(Character::isDigit).count();
        long letters = value.codePoints().filter(Character::isLetter).count();
        return letters > 0 && digits <= letters && !value.contains("@");
    }

    static boolean organisation(String value) {
        return ORGANISATION.matcher(value).matches();
    }

    /** One word, or words no person is called by. */
    static boolean businessName(String value) {
        return organisation(value)
                || PLACE_OF_BUSINESS.matcher(value).matches()
                || LATIN_WORD.matcher(value).matches();
    }

    private static final Pattern LATIN_WORD = Pattern.compile("[\\p{IsLatin}'’-]+");

    static boolean chinesePerson(String value) {
        return HAN_PERSON.matcher(value).matches() && !organisation(value);
    }

    static boolean latinPerson(String value) {
        return LATIN_PERSON.matcher(value).matches() && !organisation(value);
    }

    static boolean chineseAddress(String value) {
        return value.length() >= 6 && CN_ADDRESS.matcher(value).matches();
    }

    /** Whether a value can stand under a rule of this name; rules that take any text say yes to all. */
    static boolean fits(String rule, String value) {
        return switch (rule) {
            case "email" -> value.contains("@") || value.contains("(at)") || email(value);
            case "mobile", "phone" -> phone(value);
            case "url" -> url(value);
            case "date", "birth_date" -> date(value);
            case "number", "money" -> amount(value);
            case "yes_no" -> yesNo(value);
            case "document_number" -> documentNumber(value);
            case "credit_code" -> value.length() >= 8 && value.length() <= 25 && documentNumber(value);
            case "tax_id" ->
                value.length() >= 6 && value.length() <= 25 && value.chars().anyMatch(Character::isDigit);
            case "postal_code" -> postal(value);
            case "name" -> name(value);
            default -> true;
        };
    }

    static final List<String> TESTABLE = List.of(
            "email",
            "mobile",
            "phone",
            "url",
            "date",
            "birth_date",
            "number",
            "money",
            "yes_no",
            "document_number",
            "credit_code",
            "tax_id",
            "postal_code",
            "name");
}
