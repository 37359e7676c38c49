package io.clientela.kit.check;

import io.clientela.kit.text.Names;
import io.clientela.kit.text.Tidy;
import java.util.Locale;
import java.util.Set;

/** Yes or no as registers write it, in Chinese, English and Spanish. */
final class YesNo {

    private static final Set<String> YES = Set.of(
            "yes",
            "y",
            "true",
            "t",
            "1",
            "on",
            "x",
            "ok",
            "si",
            "s",
            "verdadero",
            "是",
            "有",
            "对",
            "真",
            "同意",
            "允许",
            "接收",
            "愿意",
            "需要",
            "✓",
            "✔",
            "√",
            "☑",
            "✅",
            "■");

    private static final Set<String> NO = Set.of(
            "no", "n", "false", "f", "0", "off", "falso", "否", "无", "没有", "错", "假", "不", "不是", "不同意", "不允许", "拒绝",
            "不接收", "不愿意", "不需要", "✗", "✘", "×", "☐", "❌", "□");

    private YesNo() {}

    static Checked check(String raw, Context context) {
        String text = Spreadsheets.withoutPointZero(Tidy.line(raw)).toLowerCase(Locale.ROOT);
        String folded = Names.fold(text);
        if (YES.contains(text) || YES.contains(folded)) {
            return Checked.ok("yes");
        }
        if (NO.contains(text) || NO.contains(folded)) {
            return Checked.ok("no");
        }
        return Checked.refused(Fault.BAD_FORM, "example", "yes / no");
    }
}
