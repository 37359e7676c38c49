package io.clientela.kit.match.names;

import io.clientela.kit.text.Names;
import io.clientela.kit.text.Pinyin;
import io.clientela.kit.text.Scripts;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a Chinese name apart in the order in which names are registered (企业名称登记管理规定, art. 6: 行政区划 + 字号 + 行业 + 组织形式),
 * with what stands in brackets and behind the form.
 */
final class HanSplit {

    private static final Pattern BRACKETS = Pattern.compile("[（(〔\\[【]([^）)〕\\]】]*)[）)〕\\]】]");
    private static final String DIVISIONS = "省市县区";
    private static final String HOUSE_ENDS = "公司";
    private static final String BANK = "银行";
    private static final String GROUP = "group";
    private static final int MOST_PLACES = 3;
    private static final int MOST_BUSINESS = 4;

    private final List<String> business = new ArrayList<>();
    private String text;
    private int from;
    private int to;
    private String place = "";
    private String placeText = "";
    private String form = "";
    private String branch = "";
    private boolean group;

    private HanSplit(String text) {
        this.text = text;
        this.to = text.length();
    }

    static EnterpriseName of(String raw) {
        Matcher brackets = BRACKETS.matcher(raw);
        List<String> inside = new ArrayList<>();
        while (brackets.find()) {
            inside.add(Names.fold(brackets.group(1)));
        }
        String outside = Names.fold(BRACKETS.matcher(raw).replaceAll(""));
        HanSplit split = new HanSplit(Scripts.hasHan(outside) ? outside : Names.fold(raw));
        split.branch();
        split.forms();
        split.places();
        inside.forEach(split::bracket);
        split.business();
        return split.name(Names.fold(raw));
    }

    private void bracket(String inside) {
        String meaning = Vocabulary.HAN_PLACES.meaning(inside);
        if (meaning.isEmpty() && inside.length() > 1) {
            meaning = Vocabulary.HAN_PLACES.meaning(inside.substring(0, inside.length() - 1));
        }
        if (!meaning.isEmpty()) {
            place = place.isEmpty() || Vocabulary.compatible(place, meaning) || place.equals("china") ? meaning : place;
        } else {
            note(Vocabulary.HAN_FORMS.meaning(inside));
        }
    }

    /** 某某有限公司北京分公司: the house ends with its form, what follows is the branch. */
    private void branch() {
        int length = Vocabulary.HAN_BRANCHES.lengthAtEnd(text, from, to);
        if (length == 0 || length == to) {
            return;
        }
        int house = text.indexOf(HOUSE_ENDS);
        int bank = text.indexOf(BANK);
        int end = house > 0 && house + HOUSE_ENDS.length() <= to - length
                ? house + HOUSE_ENDS.length()
                : bank > 0 ? bank + BANK.length() : to - length;
        branch = text.substring(end, to);
        text = text.substring(0, end);
        to = end;
    }

    private void forms() {
        int length = Vocabulary.HAN_FORMS.lengthAtEnd(text, from, to);
        while (length > 0 && to - length > from) {
            note(Vocabulary.HAN_FORMS.meaning(text.substring(to - length, to)));
            to -= length;
            length = Vocabulary.HAN_FORMS.lengthAtEnd(text, from, to);
        }
    }

    private void note(String meaning) {
        if (meaning.equals(GROUP)) {
            group = true;
        } else if (form.isEmpty()) {
            form = meaning;
        }
    }

    private void places() {
        for (int i = 0; i < MOST_PLACES; i++) {
            int length = Vocabulary.HAN_PLACES.lengthAtStart(text, from, to);
            if (length == 0 || to - from - length < 2) {
                return;
            }
            String named = text.substring(from, from + length);
            place = Vocabulary.HAN_PLACES.meaning(named);
            placeText += named;
            from += length;
            if (to - from > 2 && DIVISIONS.indexOf(text.charAt(from)) >= 0) {
                from++;
            }
        }
    }

    private void business() {
        int end = to;
        for (int i = 0; i < MOST_BUSINESS; i++) {
            int length = Vocabulary.HAN_BUSINESS.lengthAtEnd(text, from, end);
            int rest = end - length - from;
            // One character left would be half a brand; none is right where the place is the brand, as in 北京银行.
            if (length == 0 || rest == 1 || (rest == 0 && place.isEmpty())) {
                break;
            }
            end -= length;
            business.addFirst(text.substring(end, end + length));
        }
        to = end;
    }

    private EnterpriseName name(String folded) {
        String brand = text.substring(from, to).strip();
        Words.Builder words = new Words.Builder();
        if (!place.isEmpty()) {
            LatinSplit.addPlace(words, place);
        }
        addBrand(words, brand);
        for (String term : business) {
            LatinSplit.addBusiness(words, Vocabulary.HAN_BUSINESS.meaning(term));
        }
        return new EnterpriseName(
                folded,
                place,
                brand.isEmpty() ? placeText.isEmpty() ? folded : placeText : brand,
                String.join("", business),
                form,
                branch,
                true,
                group,
                words.build());
    }

    /** Chinese characters as one word of pinyin, as the English name writes a brand; Latin letters beside them as they stand. */
    private static void addBrand(Words.Builder words, String brand) {
        String pinyin = String.join("", Pinyin.syllables(brand)).replace('v', 'u');
        if (!pinyin.isEmpty()) {
            LatinSplit.addTelling(words, pinyin);
        }
        StringBuilder latin = new StringBuilder();
        brand.codePoints().map(c -> c < 0x80 ? c : ' ').forEach(latin::appendCodePoint);
        for (String word : latin.toString().strip().split("\\s+")) {
            if (!word.isEmpty()) {
                LatinSplit.addTelling(words, word);
            }
        }
    }
}
