package io.clientela.kit.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecogniserTest {

    private static Recognition recognise(String... lines) {
        return Registers.recognise(Hints.NONE, lines);
    }

    private static List<String> mapping(String... lines) {
        return Registers.mapping(recognise(lines));
    }

    @ParameterizedTest
    @CsvSource({
        "*手机号码(必填), mobile",
        "E-MAIL, email",
        "e_mail, email",
        "Teléfono Móvil:, mobile",
        "TELEFONO MOVIL, mobile",
        "ＥＭａｉｌ, email",
        "客户手机号码, mobile",
        "D.N.I., document_number",
        "姓　名, name",
    })
    void understandsHeadingsHoweverWritten(String heading, String path) {
        assertThat(mapping(heading + ",邮编,性别", ",,")).first().isEqualTo(heading + ">" + path);
    }

    @ParameterizedTest
    @CsvSource({
        "注册资本(万元), 10000",
        "注册资本（万元）, 10000",
        "注册资金[亿元], 100000000",
        "注册资本/万元, 10000",
        "Share capital (thousands), 1000",
        "Capital social (miles de euros), 1000",
        "注册资本(元), 1",
    })
    void readsUnitsFromHeadings(String heading, String factor) {
        Recognition file = recognise("公司名称," + heading, "上海华信有限公司,500");
        assertThat(file.columns().get(1).target().orElseThrow().factor()).isEqualByComparingTo(factor);
    }

    @Test
    void leavesTheRemarksOfRefusedRowsOut() {
        assertThat(mapping(
                        "row,field,code,reason,Id,Name,Email",
                        "14,email,bad_email,Check it.,N14,Ana Gil,ana@example.es"))
                .containsExactly(
                        "row>-", "field>-", "code>-", "reason>-", "Id>external_id", "Name>name", "Email>email");
    }

    @Test
    void takesNamesThatHoldNumbers() {
        assertThat(mapping("Name,Mobile", "Cliente 1044 B,600112233", "3M 2024,600112234"))
                .contains("Name>name");
        assertThat(mapping("Name,Mobile", "P000123,600112233", "P000124,600112234"))
                .doesNotContain("Name>name");
    }

    @Test
    void reportsDuplicateHeadingsAndMapsOnlyOne() {
        Recognition file = recognise("姓名,手机,手机,备注", "王芳,13800138000,13900139000,");
        assertThat(file.duplicates()).containsExactly("手机");
        assertThat(Registers.mapping(file)).containsExactly("姓名>name", "手机>mobile", "手机>-", "备注>remarks");
        assertThat(file.columns().get(2).reason()).isEqualTo(Column.Reason.TAKEN);
    }

    @Test
    void findsColumnsByValuesWithoutHeading() {
        Recognition file = recognise(
                "王芳,13800138000,430104197110263614,wf@qq.com",
                "李雷,13900139000,350203195609165247,ll@163.com",
                "赵敏,13700137000,330106197608065147,zm@qq.com");
        assertThat(file.headingRow()).isZero();
        assertThat(file.type()).isEqualTo("individual");
        assertThat(Registers.mapping(file)).containsExactly(">name", ">mobile", ">document_number", ">email");
        assertThat(file.columns()).allMatch(column -> column.reason() == Column.Reason.VALUES);
    }

    @Test
    void keepsUnknownColumnsUnmapped() {
        Recognition file = recognise("姓名,鞋码,幸运色", "王芳,38,红", "李雷,42,蓝");
        assertThat(Registers.mapping(file)).containsExactly("姓名>name", "鞋码>-", "幸运色>-");
        assertThat(file.columns().get(1).reason()).isEqualTo(Column.Reason.UNKNOWN);
    }

    @Test
    void doesNotTakeSomebodyElsesTelephoneForTheCustomers() {
        assertThat(mapping("姓名,紧急联系人手机号,证件号码", "王芳,待补,430104197110263614")).contains("紧急联系人手机号>-");
    }

    @Test
    void distrustsAHeadingItsValuesContradict() {
        assertThat(mapping(
                        "Name,Email,Phone", "Ann Lee,+44 20 7946 0000,ann@x.org", "Bob Ray,+44 20 7946 0001,bob@x.org"))
                .containsExactly("Name>name", "Email>phone", "Phone>email");
    }

    @Test
    void skipsTitlesFootersAndRepeatedHeadings() {
        Recognition file = recognise(
                "2024年度客户名单,,,",
                "",
                "姓名,手机,邮箱,备注",
                "王芳,13800138000,wf@qq.com,",
                "姓名,手机,邮箱,备注",
                "李雷,13900139000,ll@163.com,",
                "合计：2人,,,",
                "制表人：赵敏,,,");
        assertThat(file.headingRow()).isEqualTo(3);
        assertThat(file.titles()).containsExactly("2024年度客户名单");
        assertThat(file.skips(row(4, "王芳", "13800138000", "wf@qq.com", ""))).isFalse();
        assertThat(file.skips(row(5, "姓名", "手机", "邮箱", "备注"))).isTrue();
        assertThat(file.skips(row(7, "合计：2人"))).isTrue();
        assertThat(file.skips(row(8, "制表人：赵敏"))).isTrue();
        assertThat(file.skips(row(9, "注达明"))).isFalse();
    }

    @Test
    void joinsHeadingsOverTwoRows() {
        Recognition file =
                recognise("公司名称,统一社会信用代码,联系人,,", ",,姓名,职务,手机", "上海华信有限公司,91310104RALAFQBPMR,王芳,经理,13800138000");
        assertThat(file.headingRow()).isEqualTo(2);
        assertThat(Registers.mapping(file))
                .containsExactly(
                        "公司名称>name",
                        "统一社会信用代码>credit_code",
                        "姓名>contacts.name",
                        "职务>contacts.position",
                        "手机>contacts.mobile");
    }

    @Test
    void givesTheEnterpriseATelephoneWithoutContact() {
        assertThat(mapping("公司名称,手机,职务", "上海华信有限公司,13800138000,经理")).containsExactly("公司名称>name", "手机>phone", "职务>-");
    }

    @Test
    void tellsGivenNameFromWholeName() {
        assertThat(mapping("Nombre,Apellidos,Correo", "Ana,García López,a@b.es"))
                .containsExactly("Nombre>given_name", "Apellidos>family_name", "Correo>email");
        assertThat(mapping("Nombre,Correo", "Ana García López,a@b.es")).containsExactly("Nombre>name", "Correo>email");
        assertThat(mapping("Nombre,Primer apellido,Segundo apellido", "Ana,García,López"))
                .containsExactly(
                        "Nombre>given_name", "Primer apellido>family_name#1", "Segundo apellido>family_name#2");
    }

    @Test
    void obeysHints() {
        Hints hints = new Hints("enterprise", "MX", "mdy", Map.of(0, "name", 1, "contacts.name", 2, ""));
        Recognition file = Registers.recognise(hints, "A,B,Teléfono,Fecha de alta", "x,y,z,01/02/2024");
        assertThat(file.type()).isEqualTo("enterprise");
        assertThat(file.country()).isEqualTo("MX");
        assertThat(Registers.mapping(file))
                .containsExactly("A>name", "B>contacts.name", "Teléfono>-", "Fecha de alta>first_contact_on");
        assertThat(file.columns().get(3).dateOrder()).isEqualTo("mdy");
    }

    static io.clientela.kit.format.Row row(long number, String... cells) {
        return new io.clientela.kit.format.Row(number, List.of(cells));
    }
}
