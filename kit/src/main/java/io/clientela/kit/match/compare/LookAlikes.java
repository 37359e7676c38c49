package io.clientela.kit.match.compare;

import java.util.HashMap;
import java.util.Map;

/**
 * Chinese characters taken for one another by eye or by a scanner (形近字), in groups, as far as they occur in names; a list of our
 * own.
 */
final class LookAlikes {

    private static final String[] GROUPS = {
        "己已巳", "未末", "土士", "日曰", "颖颍", "英瑛", "人入", "大太", "天夫", "千干于", "王玉", "田由甲申", "刀力", "晴睛", "辉晖", "俊骏峻", "梅悔", "杨扬",
        "莱菜", "淇琪", "治冶", "拔拨", "陈阵", "候侯", "崇祟", "戊戌戍", "茵菌", "拆折", "斌彬", "洋祥", "凤风", "兰三", "青清", "令今", "白百", "旦且",
        "冰水", "金全", "朱未", "宇字", "卿聊", "妍研", "渊洲", "琳林", "铭名", "蕾雷", "雯文"
    };

    private static final Map<Character, Integer> GROUP = new HashMap<>();

    static {
        for (int i = 0; i < GROUPS.length; i++) {
            for (char c : GROUPS[i].toCharArray()) {
                GROUP.putIfAbsent(c, i);
            }
        }
    }

    private LookAlikes() {}

    /** The texts differ, but only in characters that look alike. */
    static boolean same(String a, String b) {
        if (a.length() != b.length()) {
            return false;
        }
        for (int i = 0; i < a.length(); i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            Integer group = GROUP.get(x);
            if (x != y && (group == null || !group.equals(GROUP.get(y)))) {
                return false;
            }
        }
        return true;
    }
}
