package io.clientela.kit.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Registers as offices in Taiwan, Hong Kong, the mainland and Spain write them, of every size, each told from the others. */
class EncodingsTest {

    private static final int REGISTERS = 60;

    private static final String[] TAIWAN_SURNAMES =
            "陳 林 黃 張 李 王 吳 劉 蔡 楊 許 鄭 謝 郭 洪 邱 曾 廖 賴 徐 周 葉 蘇 莊 江 呂 何 羅 高 蕭 潘 簡 朱 鍾 彭 游 詹 胡 施 沈 余 盧 梁 趙 顏 柯 翁 魏 孫 戴 范 方 宋 鄧 杜 傅 侯 曹 薛 丁 卓 馬 董 歐陽 司徒"
                    .split(" ");
    private static final String[] TAIWAN_GIVEN =
            "怡君 雅婷 志豪 家豪 淑芬 美玲 俊宏 建宏 淑惠 宗翰 雅雯 冠宇 承恩 品妤 宥廷 詩涵 柏翰 子晴 嘉玲 麗華 秀英 文雄 國華 明哲 惠雯 靜宜 佩珊 鈺婷 彥廷 筱涵 韻如 瑋婷 曉薇 鎮宇 憲章 龍飛 鳳儀 蓉蓉 瓊瑤 鑫淼"
                    .split(" ");
    private static final String[] TAIWAN_PLACES =
            "臺北市中正區重慶南路一段 高雄市左營區博愛二路 臺中市西屯區臺灣大道三段 新北市板橋區縣民大道 桃園市中壢區環北路 新竹市東區光復路二段 臺南市永康區中華路 彰化縣員林市靜修東路 屏東縣潮州鎮朝昇路 香港九龍彌敦道 香港灣仔軒尼詩道 花蓮縣吉安鄉建國路 宜蘭縣羅東鎮公正路 澎湖縣馬公市臨海路"
                    .split(" ");
    private static final String[] TAIWAN_WORDS =
            "經理 會計 工程師 業務 負責人 老師 護理師 藥師 鴻海精密工業股份有限公司 聯華電子 統一超商 國泰人壽 長榮海運 已電話聯繫 需要報價單 週三回覆 對產品很滿意 舊客戶介紹 續約 待確認發票抬頭"
                    .split(" ");

    private static final String[] MAINLAND_SURNAMES =
            "王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 程 曹 袁 邓 许 傅 沈 曾 彭 吕 苏 卢 蒋 蔡 贾 丁 魏 薛 叶 阎 余 潘 杜 戴 夏 钟 汪 田 任 姜 欧阳 诸葛"
                    .split(" ");
    private static final String[] MAINLAND_GIVEN =
            "伟 芳 娜 秀英 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀兰 霞 平 刚 桂英 建华 志强 海燕 雪梅 梓涵 子轩 浩然 欣怡 宇航 诗琪 鑫 淼 垚 倩 璐 茜 翀".split(" ");
    private static final String[] MAINLAND_PLACES =
            "北京市朝阳区建国路 上海市浦东新区世纪大道 广东省深圳市南山区科技园 浙江省杭州市西湖区文三路 四川省成都市武侯区人民南路 湖南省长沙市岳麓区麓山路 陕西省西安市雁塔区小寨路 山东省青岛市市南区香港中路"
                    .split(" ");
    private static final String[] MAINLAND_WORDS =
            "经理 会计 工程师 销售 负责人 教师 护士 个体户 需要报价 电话已联系 老客户介绍 续签合同 待确认 对产品满意 周三回访".split(" ");

    private static final String[] SPANISH =
            "García Martínez López Sánchez Pérez Gómez Fernández Muñoz Jiménez Ruiz Núñez Íñiguez Peña Ibáñez Cañas Güell Ávila A\u00A0Coruña León Málaga Cádiz Córdoba"
                    .split(" ");

    private static String one(Random random, String[] of) {
        return of[random.nextInt(of.length)];
    }

    private static String register(
            Random random,
            int rows,
            String heading,
            String[] surnames,
            String[] given,
            String[] places,
            String[] words) {
        StringBuilder text = new StringBuilder(heading);
        for (int row = 0; row < rows; row++) {
            text.append(one(random, surnames)).append(one(random, given)).append(',');
            text.append("09").append(10_000_000 + random.nextInt(89_999_999)).append(',');
            text.append(random.nextInt(5) == 0 ? "" : one(random, places) + random.nextInt(300));
            text.append(',')
                    .append(random.nextInt(3) == 0 ? "" : one(random, words))
                    .append("\r\n");
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 10, 50, 500, 5_000})
    void tellsTraditionalRegistersInBig5(int rows) {
        for (int seed = 0; seed < REGISTERS; seed++) {
            Random random = new Random(seed * 31L + rows);
            String heading = random.nextBoolean() ? "客戶姓名,電話,地址,備註\r\n" : "name,mobile,address,remarks\r\n";
            String text = register(random, rows, heading, TAIWAN_SURNAMES, TAIWAN_GIVEN, TAIWAN_PLACES, TAIWAN_WORDS);
            assertThat(Sniffer.sniff(Samples.csv(text, "Big5")).encoding())
                    .as(text)
                    .isEqualTo("Big5");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 10, 50, 500, 5_000})
    void tellsSimplifiedRegistersInGb18030(int rows) {
        for (int seed = 0; seed < REGISTERS; seed++) {
            Random random = new Random(seed * 31L + rows);
            String heading = random.nextBoolean() ? "客户姓名,电话,地址,备注\r\n" : "name,mobile,address,remarks\r\n";
            String text =
                    register(random, rows, heading, MAINLAND_SURNAMES, MAINLAND_GIVEN, MAINLAND_PLACES, MAINLAND_WORDS);
            assertThat(Sniffer.sniff(Samples.csv(text, "GB18030")).encoding())
                    .as(text)
                    .isEqualTo("GB18030");
        }
    }

    /** GBK holds traditional characters too: a register of a Taiwanese business written on a mainland computer. */
    @ParameterizedTest
    @ValueSource(ints = {3, 10, 50, 500})
    void tellsTraditionalRegistersInGb18030(int rows) {
        for (int seed = 0; seed < REGISTERS; seed++) {
            Random random = new Random(seed * 31L + rows);
            String text = register(
                    random, rows, "客戶姓名,電話,地址,備註\r\n", TAIWAN_SURNAMES, TAIWAN_GIVEN, TAIWAN_PLACES, TAIWAN_WORDS);
            assertThat(Sniffer.sniff(Samples.csv(text, "GB18030")).encoding())
                    .as(text)
                    .isEqualTo("GB18030");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 50, 5_000})
    void tellsSpanishRegistersInWindows1252(int rows) {
        for (int seed = 0; seed < REGISTERS; seed++) {
            Random random = new Random(seed * 31L + rows);
            StringBuilder text = new StringBuilder("Código;Apellidos;Población\r\n");
            for (int row = 0; row < rows; row++) {
                text.append(row).append(';').append(one(random, SPANISH)).append(' ');
                text.append(one(random, SPANISH))
                        .append(';')
                        .append(one(random, SPANISH))
                        .append("\r\n");
            }
            assertThat(Sniffer.sniff(Samples.csv(text.toString(), "windows-1252"))
                            .encoding())
                    .as(text.toString())
                    .isEqualTo("windows-1252");
        }
    }
}
