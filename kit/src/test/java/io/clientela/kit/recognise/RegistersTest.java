package io.clientela.kit.recognise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Registers of real form are recognised without being told anything. */
class RegistersTest {

    private static Recognition recognised(String name) throws IOException {
        assumeTrue(Registers.present(name));
        return Registers.recognise(name);
    }

    private static Column column(Recognition recognition, String path) {
        return recognition.columns().stream()
                .filter(column -> column.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void recognisesChinesePersons() throws IOException {
        Recognition file = recognised("registers/personas_cn.csv");
        assertThat(file.type()).isEqualTo("individual");
        assertThat(file.headingRow()).isEqualTo(1);
        assertThat(file.country()).isEqualTo("CN");
        assertThat(Registers.mapping(file))
                .containsExactly(
                        "原系统编号>external_id",
                        "客户姓名>name",
                        "身份证号码>document_number",
                        "手机号>mobile",
                        "电子邮箱>email",
                        "所在省份>region@PROVINCE",
                        "城市>region@CITY",
                        "区县>region@DISTRICT",
                        "需求偏好>needs",
                        "来源渠道>source_channel",
                        "首次接触日期>first_contact_on",
                        "跟进人>owner");
        assertThat(column(file, "document_number").target().orElseThrow().implied())
                .isEqualTo(Map.of("document_type", "resident_id"));
    }

    @Test
    void recognisesSpanishPersons() throws IOException {
        Recognition file = recognised("registers/clientes_es.csv");
        assertThat(file.type()).isEqualTo("individual");
        assertThat(file.country()).isEqualTo("ES");
        assertThat(file.dateOrder()).isEqualTo("dmy");
        assertThat(Registers.mapping(file))
                .containsExactly(
                        "Código>external_id",
                        "Nombre y apellidos>name",
                        "NIF>document_number",
                        "Teléfono móvil>mobile",
                        "Correo electrónico>email",
                        "Código postal>postal_code",
                        "Población>city",
                        "Fecha de alta>first_contact_on",
                        "Importe anual>annual_amount",
                        "Autoriza correo>mail_opt_in");
    }

    @Test
    void recognisesEnglishPersons() throws IOException {
        Recognition file = recognised("registers/customers_en.csv");
        assertThat(file.type()).isEqualTo("individual");
        assertThat(file.country()).isEqualTo("GB");
        assertThat(column(file, "first_contact_on").dateOrder()).isEqualTo("dmy");
        assertThat(Registers.mapping(file))
                .containsExactly(
                        "Id>external_id",
                        "First Name>given_name",
                        "Last Name>family_name",
                        "Company>employer",
                        "Job Title>position",
                        "Email Address>email",
                        "Mobile>mobile",
                        "Street>address",
                        "City>city",
                        "Postcode>postal_code",
                        "Country>region@COUNTRY",
                        "Customer Since>first_contact_on",
                        "Tags>tags");
    }

    @Test
    void recognisesChineseEnterprisesBelowTitles() throws IOException {
        Recognition file = recognised("registers/客户信息登记表.xlsx");
        assertThat(file.type()).isEqualTo("enterprise");
        assertThat(file.headingRow()).isEqualTo(3);
        assertThat(file.titles()).containsExactly("公司客户信息登记表", "填表单位：业务部 填表日期：2026年5月10日");
        assertThat(file.country()).isEqualTo("CN");
        assertThat(Registers.mapping(file))
                .containsExactly(
                        "序号>external_id",
                        "公司名称>name",
                        "统一社会信用代码>credit_code",
                        "企业性质>enterprise_nature",
                        "所属行业>industry",
                        "法定代表人>legal_representative",
                        "注册资本(万元)>registered_capital×10000",
                        "详细地址>address",
                        "邮政编码>postal_code",
                        "联系人>contacts.name",
                        "职务>contacts.position",
                        "联系电话>contacts.phone",
                        "微信号>contacts.wechat",
                        "备注>remarks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"persons_au_1000", "persons_au_5000_a", "persons_au_5000_b"})
    void recognisesAustralianPersons(String name) throws IOException {
        Recognition file = recognised("duplicates/" + name + ".csv");
        assertThat(file.type()).isEqualTo("individual");
        assertThat(file.country()).isEqualTo("AU");
        assertThat(Registers.mapping(file))
                .containsExactly(
                        "row>external_id",
                        "given_name>given_name",
                        "surname>family_name",
                        "street_number>address#1",
                        "address_1>address#2",
                        "address_2>address#3",
                        "suburb>city",
                        "postcode>postal_code",
                        "state>region@PROVINCE",
                        "date_of_birth>birth_date",
                        "soc_sec_id>document_number");
        assertThat(column(file, "document_number").target().orElseThrow().implied())
                .isEqualTo(Map.of("document_type", "social_security"));
    }

    @Test
    void recognisesBritishPersonsWithManyBlanks() throws IOException {
        Recognition file = recognised("duplicates/persons_uk_1000.csv");
        assertThat(file.type()).isEqualTo("individual");
        assertThat(Registers.mapping(file))
                .containsExactly(
                        "row>external_id",
                        "first_name>given_name",
                        "surname>family_name",
                        "dob>birth_date",
                        "city>city",
                        "email>email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"orgs_us_fodors", "orgs_us_zagats"})
    void recognisesRestaurantsAsEnterprisesByTheirNames(String name) throws IOException {
        Recognition file = recognised("duplicates/" + name + ".csv");
        assertThat(file.type()).isEqualTo("enterprise");
        assertThat(file.country()).isEqualTo("US");
        assertThat(Registers.mapping(file))
                .isEqualTo(
                        List.of("id>external_id", "name>name", "addr>address", "city>city", "phone>phone", "type>-"));
    }

    @Test
    void recognisesNamesOfChineseCompanies() throws IOException {
        Recognition file = recognised("duplicates/orgs_cn_names.csv");
        assertThat(file.type()).isEqualTo("enterprise");
        assertThat(Registers.mapping(file))
                .startsWith("short_name>short_name", "full_name>name", "english_name>english_name")
                .endsWith("industry>industry");
    }

    /** What a template keeps is the paths alone; levels of regions, kinds of documents and parts follow from the headings again. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "registers/personas_cn.csv",
                "registers/clientes_es.csv",
                "registers/customers_en.csv",
                "registers/客户信息登记表.xlsx"
            })
    void aMappingSaidInFullReadsTheFileTheSame(String name) throws IOException {
        Recognition found = recognised(name);
        Map<Integer, String> paths = new HashMap<>();
        found.columns().forEach(column -> paths.put(column.index(), column.path()));
        Recognition said = Registers.recognise(name, new Hints(found.type(), "", "", paths));
        assertThat(said.columns())
                .extracting(Column::target)
                .containsExactlyElementsOf(
                        found.columns().stream().map(Column::target).toList());
        assertThat(said.country()).isEqualTo(found.country());
    }
}
