package io.clientela.kit.text;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RawCollationKey;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;

/**
 * Bytes that sort, compared unsigned, as a reader expects: Chinese by pinyin and, behind it, Latin by letter. Kept in the database so that
 * its order doesn't depend on a server's collation.
 */
public final class SortKey {

    /** Longer keys differ only beyond what a list shows; an index page holds the more of them. */
    public static final int MAX_BYTES = 40;

    private static final RuleBasedCollator COLLATOR = (RuleBasedCollator)
            Collator.getInstance(ULocale.forLanguageTag("zh-u-co-pinyin")).freeze();

    private SortKey() {}

    public static byte[] of(String text) {
        RawCollationKey key = COLLATOR.getRawCollationKey(text, null);
        // The last byte is always the terminating zero.
        return Arrays.copyOf(key.bytes, Math.min(Math.max(key.size - 1, 0), MAX_BYTES));
    }
}
