package io.clientela.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * An administrator adds 会员等级, visible to sales only, while a colleague works in a list. It is imported by its heading, filtered,
 * exported and edited in a form, and for service staff it isn't there at all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnFieldStoryTest {

    private static final List<Integer> WIDTHS = List.of(1440, 390);
    private static final String FIELD = "会员等级";

    private final Office office = Office.open();
    private final Browser browser = Browser.open();

    @AfterAll
    void close() {
        browser.close();
        office.close();
    }

    @Test
    void aFieldAddedWhileOthersWorkIsAtOnceEverywhereAndNowhereForWhoMayNotSeeIt(@TempDir Path folder)
            throws IOException {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        office.admin().put("/api/v1/session/language", Map.of("language", "zh")).expect(204);
        long department = office.department("会员部", 0);
        office.user("xiao", "肖销售", "zh", department, "sales");
        office.user("fu", "傅客服", "zh", department, "service_manager");
        Person seller = office.person("xiao").with("Accept-Language", "zh");
        Person service = office.person("fu").with("Accept-Language", "zh");
        seller.post("/api/v1/customers", Map.of("type", "individual", "values", Map.of("name", "早先的客户")))
                .expect(201);

        Page atWork = signedIn("xiao", Office.PASSWORD);
        atWork.navigate(office.address() + "/customers?type=individual");
        assertThat(atWork.locator("main .opens")).hasCount(1);
        Page admin = signedIn("admin", Office.ADMIN_PASSWORD);
        makesList(admin);
        makesField(admin);

        // The colleague's list is still open; coming back to it is enough.
        atWork.evaluate("window.dispatchEvent(new Event('visibilitychange'))");
        isOfferedAsColumn(atWork);

        Path register = folder.resolve("会员.csv");
        Files.writeString(register, "姓名,手机,会员等级\n金一,13800138011,金卡\n银二,13800138012,银卡\n金三,13800138013,金卡\n");
        JsonNode run = office.imported(seller, register, Map.of("mode", "insert"));
        assertThat(run.path("state").asString("")).isEqualTo("done");

        atWork.navigate(office.address() + "/customers?type=individual&f.membership=gold");
        assertThat(atWork.locator("main .opens")).hasCount(2);
        assertThat(atWork.locator(".filters")).containsText(FIELD);
        pictures(atWork, "own-field-zh-filtered");
        edits(atWork);

        String exported = exported(seller);
        assertThat(exported).contains(FIELD).contains("银卡").contains("金卡");
        isNowhere(service);
        Page other = signedIn("fu", Office.PASSWORD);
        other.navigate(office.address() + "/customers/" + number(service, "金三"));
        assertThat(other.locator("main").getByText("金三").first()).isVisible();
        assertThat(other.locator("main")).not().containsText(FIELD);
        pictures(other, "own-field-zh-service");
    }

    private Page signedIn(String name, String password) {
        Page page = browser.window("zh-CN", office.address());
        page.setViewportSize(1440, 900);
        PageWords words = PageWords.chinese();
        page.getByLabel(words.userName()).fill(name);
        page.getByLabel(words.password(), new Page.GetByLabelOptions().setExact(true))
                .fill(password);
        button(page, words.signIn()).click();
        assertThat(page.locator("main .opens, main .empty").first()).isVisible();
        return page;
    }

    private void makesList(Page page) {
        page.navigate(office.address() + "/settings/lists");
        pictures(page, "own-field-zh-lists");
        button(page, "新建代码表").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        labelled(dialog, "名称（中文）").fill(FIELD);
        labelled(dialog, "名称（English）").fill("Membership");
        labelled(dialog, "名称（Español）").fill("Nivel de socio");
        dialog.getByRole(AriaRole.BUTTON, named("保存")).click();
        assertThat(page).hasURL(Pattern.compile(".*/settings/lists/membership$"));
        button(page, "批量导入").click();
        Locator table = page.getByRole(AriaRole.DIALOG);
        labelled(table, "粘贴表格")
                .fill("代码,中文,英文,西班牙文\ngold,金卡,Gold,Oro\nsilver,银卡,Silver,Plata\nplain,普通卡,Plain,Normal\n");
        table.getByRole(AriaRole.BUTTON, named("查看效果")).click();
        assertThat(table.locator("tbody tr")).hasCount(3);
        pictures(page, "own-field-zh-bring-in");
        table.getByRole(AriaRole.BUTTON, named("导入 3 项")).click();
        assertThat(page.locator(".list-line")).hasCount(3);
        pictures(page, "own-field-zh-list");
    }

    private void makesField(Page page) {
        page.navigate(office.address() + "/settings/fields");
        assertThat(page.locator(".field-line").first()).isVisible();
        pictures(page, "own-field-zh-fields");
        button(page, "新建字段").click();
        Locator drawer = page.getByRole(AriaRole.DIALOG);
        labelled(drawer, "名称（中文）").fill(FIELD);
        labelled(drawer, "名称（English）").fill("Membership");
        labelled(drawer, "名称（Español）").fill("Nivel de socio");
        assertThat(labelled(drawer, "键")).hasValue("membership");
        labelled(drawer, "类型").click();
        option(page, "单选").click();
        labelled(drawer, "代码表").click();
        option(page, FIELD).click();
        Locator only = labelled(drawer, "仅以下角色可见");
        only.click();
        option(page, "销售人员").click();
        page.keyboard().press("Escape");
        assertThat(drawer.locator(".field-preview")).containsText("看不到该字段");
        pictures(page, "own-field-zh-drawer");
        drawer.getByRole(AriaRole.BUTTON, named("保存")).click();
        assertThat(page.locator(".field-line").filter(new Locator.FilterOptions().setHasText("membership")))
                .isVisible();
    }

    /** Without loading the page again the new field can be chosen as a column. */
    private void isOfferedAsColumn(Page page) {
        JsonNode catalogue =
                office.person("xiao").get("/api/v1/catalogue").expect(200).json();
        assertThat(catalogue
                        .path("fields")
                        .valueStream()
                        .map(field -> field.path("key").asString("")))
                .contains("membership");
        button(page, "筛选").click();
        Locator panel = page.locator(".filter-panel");
        Locator field = labelled(panel, "字段");
        field.click();
        field.pressSequentially(FIELD);
        assertThat(option(page, FIELD)).isVisible();
        pictures(page, "own-field-zh-colleague");
        page.keyboard().press("Escape");
    }

    private void edits(Page page) {
        page.locator("main .opens a").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/customers/C.*"));
        button(page, "编辑").click();
        Locator cell = page.locator("[data-field=membership]");
        Locator choice = cell.getByRole(AriaRole.COMBOBOX);
        choice.click();
        option(page, "银卡").click();
        pictures(page, "own-field-zh-form");
        button(page, "保存").click();
        assertThat(page.locator("main").getByText("银卡").first()).isVisible();
        pictures(page, "own-field-zh-file");
    }

    private static String exported(Person person) {
        JsonNode export = person.post("/api/v1/exports", Map.of("type", "individual", "format", "csv"))
                .expect(201, 202)
                .json();
        JsonNode done = person.await("/api/v1/exports/" + export.path("id").asLong());
        assertThat(done.path("state").asString("")).isEqualTo("done");
        return person.get("/api/v1/exports/" + export.path("id").asLong() + "/content")
                .expect(200)
                .text();
    }

    /** Neither in the catalogue, nor in files, lists, search, filters or exports. */
    private static void isNowhere(Person service) {
        assertThat(service.get("/api/v1/catalogue").expect(200).text()).doesNotContain(FIELD, "membership");
        String number = number(service, "金三");
        assertThat(service.get("/api/v1/customers/" + number).expect(200).text())
                .doesNotContain("membership", "金卡");
        assertThat(service.get("/api/v1/customers?q=%E9%87%91%E5%8D%A1")
                        .expect(200)
                        .text())
                .doesNotContain("membership", "金卡");
        assertThat(service.get("/api/v1/customers?type=individual&f.membership=gold")
                        .text())
                .contains("filter_not_allowed");
        assertThat(service.patch("/api/v1/customers/" + number, Map.of("values", Map.of("membership", "silver")))
                        .text())
                .contains("field_not_writable");
        assertThat(exported(service)).contains("金三").doesNotContain(FIELD, "金卡", "银卡");
    }

    private static String number(Person person, String name) {
        return person.get("/api/v1/customers?type=individual&limit=50")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(row -> row.path("values")
                        .path("name")
                        .path("text")
                        .asString("")
                        .equals(name))
                .findFirst()
                .orElseThrow()
                .path("number")
                .asString("");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator labelled(Locator inside, String label) {
        return inside.getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    private static Locator option(Page page, String text) {
        return page.locator(".ant-select-dropdown:visible .ant-select-item-option")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first();
    }

    private static void pictures(Page page, String name) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            page.waitForTimeout(250);
            Browser.picture(page, name + "-" + width);
        }
        page.setViewportSize(1440, 900);
    }
}
