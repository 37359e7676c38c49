package io.clientela.kit.text;

import java.util.HashMap;
import java.util.Map;

/**
 * Readings that a character has only as a surname, and the surnames of two characters.
 *
 * <p>Source: 现代汉语词典 (7th edition), entries marked 姓; 通用规范汉字表. Where usage is divided (覃 qín/tán, 尉 wèi/yù) the commoner stands.
 */
final class Surnames {

    private static final String SINGLE = """
            单 shan 曾 zeng 仇 qiu 区 ou 解 xie 查 zha 任 ren 华 hua 盖 ge 朴 piao 翟 zhai 乐 yue 员 yun 逄 pang 佴 nai 缪 miao
            覃 qin 那 na 种 chong 冼 xian 洗 xian 召 shao 折 she 宁 ning 纪 ji 应 ying 曲 qu 祭 zhai 黑 he 秘 bi 贲 ben 郇 xun
            宓 mi 郗 xi 訾 zi 谌 chen 晁 chao 葛 ge 句 gou 勾 gou 撒 sa 哈 ha 卜 bu 繁 po 藏 zang 车 che 能 nai 尉 wei 燕 yan
            盛 sheng 牟 mu 隗 wei 万 wan 幺 yao 庹 tuo 阚 kan 芮 rui 郄 qie 妫 gui 瞿 qu 逯 lu 仝 tong 亓 qi 麴 qu 厍 she 禚 zhuo
            俱 ju 便 pian 呙 guo 啜 chuai 戚 qi 莘 shen 褚 chu 晏 yan 臧 zang 过 guo 相 xiang 鲜 xian 都 du 乜 nie 尧 yao 贾 jia
            柏 bai 长 zhang 重 chong 冯 feng 沈 shen 台 tai 石 shi 冒 mao 镡 xin
            侯 hou 余 yu 於 yu 于 yu 叶 ye 薄 bo 费 fei 耿 geng 洪 hong 吕 lv 吴 wu 伍 wu 殷 yin 瞿 qu 占 zhan 朱 zhu 粘 nian 茜 qian
            """;

    private static final String COMPOUND = """
            万俟 mo qi 尉迟 yu chi 令狐 ling hu 长孙 zhang sun 单于 chan yu 澹台 tan tai 鲜于 xian yu 宇文 yu wen 欧阳 ou yang
            上官 shang guan 司马 si ma 司徒 si tu 司空 si kong 司寇 si kou 诸葛 zhu ge 东方 dong fang 皇甫 huang fu 夏侯 xia hou
            公孙 gong sun 慕容 mu rong 轩辕 xuan yuan 钟离 zhong li 呼延 hu yan 端木 duan mu 南宫 nan gong 独孤 du gu 拓跋 tuo ba
            完颜 wan yan 乐正 yue zheng 宰父 zai fu 谷梁 gu liang 濮阳 pu yang 公冶 gong ye 太叔 tai shu 申屠 shen tu 仲孙 zhong sun
            闾丘 lv qiu 子车 zi ju 颛孙 zhuan sun 巫马 wu ma 公西 gong xi 漆雕 qi diao 壤驷 rang si 公良 gong liang 夹谷 jia gu
            段干 duan gan 百里 bai li 东郭 dong guo 南门 nan men 羊舌 yang she 微生 wei sheng 梁丘 liang qiu 左丘 zuo qiu 西门 xi men
            第五 di wu 赫连 he lian 纳兰 na lan 哥舒 ge shu 贺兰 he lan 淳于 chun yu 闻人 wen ren 亓官 qi guan 宗政 zong zheng
            """;

    private static final Map<String, String> READINGS = read();

    private Surnames() {}

    /** Reading of a surname in simplified characters, syllables apart by a space; empty where it has no special one. */
    static String reading(String surname) {
        return READINGS.getOrDefault(surname, "");
    }

    private static Map<String, String> read() {
        Map<String, String> readings = new HashMap<>();
        String[] single = SINGLE.strip().split("\\s+");
        for (int i = 0; i + 1 < single.length; i += 2) {
            readings.put(single[i], single[i + 1]);
        }
        String[] compound = COMPOUND.strip().split("\\s+");
        for (int i = 0; i + 2 < compound.length; i += 3) {
            readings.put(compound[i], compound[i + 1] + " " + compound[i + 2]);
        }
        return Map.copyOf(readings);
    }
}
