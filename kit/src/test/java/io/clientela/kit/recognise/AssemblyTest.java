package io.clientela.kit.recognise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AssemblyTest {

    private static Map<String, String> values(String heading, String row) {
        Assembly assembly = new Assembly(Registers.recognise(Hints.NONE, heading, row));
        return assembly.assemble(RecogniserTest.row(2, row.split(",", -1))).values();
    }

    @Test
    void joinsAddressesInOrder() {
        assertThat(values("name,address_1,street_number,address_2,state", "shae gerste,booth crescent,6,donore,nsw"))
                .containsEntry("address", "6 booth crescent, donore")
                .containsEntry("region", "nsw");
        assertThat(values("姓名,街道,门牌号", "王芳,科技路,12号")).containsEntry("address", "科技路12号");
        assertThat(values("Nombre,Número,Calle", "Ana García,5,Calle Mayor"))
                .containsEntry("address", "Calle Mayor, 5");
    }

    @Test
    void joinsRegionsFromTheTopAndNamesOnceWhatIsWrittenTwice() {
        assertThat(values("姓名,区县,城市,省份", "王芳,海淀区,北京市,北京市")).containsEntry("region", "北京市海淀区");
        assertThat(values("姓名,省份,城市,区县", "王芳,湖南省,长沙市,岳麓区")).containsEntry("region", "湖南省长沙市岳麓区");
        assertThat(values("name,state,country", "Ann Lee,nsw,Australia")).containsEntry("region", "nsw");
        assertThat(values("name,state,country", "Ann Lee,,Australia")).containsEntry("region", "Australia");
    }

    @Test
    void composesWholeNames() {
        assertThat(values("First Name,Last Name,Email", "Ann,Lee,a@b.org"))
                .contains(entry("given_name", "Ann"), entry("family_name", "Lee"), entry("name", "Ann Lee"));
        assertThat(values("姓,名,手机", "欧阳,雪,13800138000")).containsEntry("name", "欧阳雪");
        assertThat(values("First Name,Last Name,Email", ",Lee,a@b.org")).containsEntry("name", "Lee");
        assertThat(values("First Name,Last Name,Email", ",,a@b.org")).doesNotContainKey("name");
    }

    @Test
    void multipliesByTheUnitOfTheHeading() {
        assertThat(values("公司名称,注册资本(万元)", "上海华信有限公司,1000.5")).containsEntry("registered_capital", "10005000");
        assertThat(values("公司名称,注册资本(万元)", "上海华信有限公司,3亿元")).containsEntry("registered_capital", "3亿元");
    }

    @Test
    void settlesTheKindOfDocument() {
        assertThat(values("Nombre,NIF", "Ana García,12345678Z")).containsEntry("document_type", "nif");
        assertThat(values("Nombre,NIF", "Ana García,X1234567L")).containsEntry("document_type", "nie");
        assertThat(values("Name,Passport number", "Ann Lee,")).doesNotContainKey("document_type");
    }

    @Test
    void prefersTheCountryOfTheRow() {
        Recognition file = Registers.recognise(
                Hints.NONE, "Name,Country,Phone", "Ann Lee,UK,020 7946 0000", "Ana G,,020 7946 0001");
        Assembly assembly = new Assembly(file);
        assertThat(assembly.assemble(RecogniserTest.row(2, "Ann Lee", "España", "1"))
                        .country())
                .isEqualTo("ES");
        assertThat(assembly.assemble(RecogniserTest.row(3, "Ana G", "", "1")).country())
                .isEqualTo("GB");
    }

    @Test
    void splitsManyValuedCells() {
        assertThat(RawRecord.several("vip;newsletter")).containsExactly("vip", "newsletter");
        assertThat(RawRecord.several("车险、理财咨询，车险; ")).containsExactly("车险", "理财咨询");
    }
}
