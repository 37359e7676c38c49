package io.clientela.kit.match.compare;

import io.clientela.kit.text.Pinyin;
import io.clientela.kit.text.Scripts;

/** One name in two scripts: Chinese characters and how they are spelt with Latin letters. */
final class CrossScript {

    private CrossScript() {}

    static boolean same(String a, String b) {
        String han = Scripts.hasHan(a) ? a : b;
        String latin = Scripts.hasHan(a) ? b : a;
        String spelt = String.join("", Pinyin.syllables(han));
        return !spelt.isEmpty() && spelt.equals(latin.replace(" ", "").replace("lyu", "lv"));
    }
}
