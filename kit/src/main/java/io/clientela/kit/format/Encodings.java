package io.clientela.kit.format;

import static io.clientela.kit.format.FormatError.Code.BINARY_FILE;
import static io.clientela.kit.format.FormatError.Code.WRONG_ENCODING;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Decides the character set of a text. Marks and validity decide where they can; between GB18030, Big5 and windows-1252, which
 * accept nearly any bytes, the one whose characters are the commonest wins, with juniversalchardet's opinion as a light vote.
 *
 * <p>"Latin-1" is always read as windows-1252: files called so hold 0x80 for the euro sign, which ISO 8859-1 doesn't have.
 */
final class Encodings {

    private static final String WINDOWS_1252 = "windows-1252";

    /** What registers of customers are full of, in simplified and traditional characters. */
    private static final String COMMON_HAN = "的一是在有人我他这中大来上国和地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多"
            + "公司限份集团科技贸易信息文化传媒建筑工程机械制造电子医药投资客户姓名编号身份证码手机邮箱电话地址城市省区县路街号"
            + "北京海天津重庆广东江浙湖南河山西川陕安徽福深圳州杭武汉成都青岛厦门王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
            + "需求来源渠道首次接触日期跟进备注经理老师先生女士联系职务微信号企业性质行业法定代表注册资本万元详细邮政序业部";

    private static final String COMMON_HAN_TRADITIONAL = "的一是在有人我他這中大來上國和地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多"
            + "公司限份集團科技貿易資訊文化傳媒建築工程機械製造電子醫藥投資客戶姓名編號身份證碼手機郵箱電話地址城市省區縣路街號"
            + "臺台北中南高雄新竹桃園香港九龍天灣王李張劉陳楊趙黃周吳徐孫胡朱高林何郭馬羅鄭謝蔡許曾彭蕭廖賴鄧葉"
            + "需求來源渠道首次接觸日期備註經理老師先生女士聯絡職務企業性質行業負責人資本額統一發票段巷弄樓室";

    private static final String WESTERN =
            "áéíóúñüçÁÉÍÓÚÑÜÇàèìòùÀÈÌÒÙâêîôûäëïöÄËÏÖßãõåøæœÅØÆ¿¡ºª€°·«»–—‘’“”…´£§©®\u00A0";

    private Encodings() {}

    /** The encoding of the whole text; throws where it is no text at all. */
    static String of(ByteCensus census) {
        byte[] head = census.head();
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            return "UTF-8";
        }
        if (starts(head, 0xFF, 0xFE)) {
            return "UTF-16LE";
        }
        if (starts(head, 0xFE, 0xFF)) {
            return "UTF-16BE";
        }
        if (census.nulsAtOddPlaces()) {
            return "UTF-16LE";
        }
        if (census.nulsAtEvenPlaces()) {
            return "UTF-16BE";
        }
        if (census.nuls() || census.binary()) {
            throw FormatError.of(BINARY_FILE);
        }
        return census.utf8() ? "UTF-8" : guess(census.sample());
    }

    /** The character set of a name from a kept shape or a hint. */
    static Charset named(String encoding) {
        try {
            return encoding.equalsIgnoreCase("ISO-8859-1") ? Charset.forName(WINDOWS_1252) : Charset.forName(encoding);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw FormatError.of(WRONG_ENCODING, e, "encoding", encoding);
        }
    }

    /** The text of a source without its mark; bytes that don't fit the encoding become U+FFFD. */
    static Reader reader(Source source, String encoding) throws IOException {
        PushbackInputStream in = new PushbackInputStream(source.open(), 4);
        byte[] head = in.readNBytes(3);
        int mark = markLength(head);
        in.unread(head, mark, head.length - mark);
        return new InputStreamReader(
                (InputStream) in,
                named(encoding)
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    /** Length of the byte order mark the text begins with. */
    static int markLength(byte[] head) {
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            return 3;
        }
        return starts(head, 0xFF, 0xFE) || starts(head, 0xFE, 0xFF) ? 2 : 0;
    }

    private static boolean starts(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String guess(byte[] sample) {
        String opinion = opinion(sample);
        String best = "";
        double bestScore = 0;
        for (String candidate : List.of("GB18030", "Big5", WINDOWS_1252)) {
            double score = score(sample, candidate) + (candidate.equals(opinion) ? 0.15 : 0);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        if (best.isEmpty()) {
            throw FormatError.of(WRONG_ENCODING);
        }
        return best;
    }

    private static String opinion(byte[] sample) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(sample);
        detector.dataEnd();
        String found = detector.getDetectedCharset();
        if (found == null) {
            return "";
        }
        return switch (found.toUpperCase(Locale.ROOT)) {
            case "GB18030", "GB2312", "GBK", "HZ-GB-2312" -> "GB18030";
            case "BIG5" -> "Big5";
            case "WINDOWS-1252", "ISO-8859-1", "ISO-8859-15" -> WINDOWS_1252;
            default -> "";
        };
    }

    /** From 0 to about 2: the share of expected and of very common characters among the non-ASCII ones, less the undecodable. */
    private static double score(byte[] sample, String candidate) {
        String text = decode(sample, candidate);
        boolean western = candidate.equals(WINDOWS_1252);
        int high = 0;
        int expected = 0;
        int common = 0;
        int bad = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                high++;
                bad += c == '\uFFFD' ? 1 : 0;
                expected += expected(c, candidate) ? 1 : 0;
                common += western ? within(text, i) : common(c, candidate);
            }
        }
        return high == 0 ? 0 : (expected + common - 4.0 * bad) / high;
    }

    /** A western accent stands between plain letters; two in a row hint at two-byte characters. */
    private static int within(String text, int i) {
        boolean before = i > 0 && text.charAt(i - 1) >= 0x80;
        boolean after = i + 1 < text.length() && text.charAt(i + 1) >= 0x80;
        return before || after ? -1 : 1;
    }

    private static int common(char c, String candidate) {
        return (candidate.equals("Big5") ? COMMON_HAN_TRADITIONAL : COMMON_HAN).indexOf(c) >= 0 ? 1 : 0;
    }

    private static boolean expected(char c, String candidate) {
        if (candidate.equals(WINDOWS_1252)) {
            return WESTERN.indexOf(c) >= 0;
        }
        if ((c >= 0x3000 && c <= 0x301F) || (c >= 0xFF01 && c <= 0xFF5E)) {
            return true;
        }
        if (c < 0x4E00 || c > 0x9FFF) {
            return false;
        }
        byte[] code = String.valueOf(c).getBytes(Charset.forName(candidate));
        int lead = code[0] & 0xFF;
        int trail = code.length == 2 ? code[1] & 0xFF : 0;
        // The first level of each standard holds the characters in daily use: GB 2312 rows 16-55, Big5 A440-C67E.
        return candidate.equals("Big5") ? lead >= 0xA4 && lead <= 0xC6 : lead >= 0xB0 && lead <= 0xD7 && trail >= 0xA1;
    }

    static String decode(byte[] bytes, String encoding) {
        try {
            return named(encoding)
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (java.nio.charset.CharacterCodingException e) {
            // Can't be: both actions replace.
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
