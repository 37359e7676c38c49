package io.clientela.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.clientela.acceptance.Parts.button;
import static io.clientela.acceptance.Parts.labelled;
import static io.clientela.acceptance.Parts.named;
import static io.clientela.acceptance.Parts.option;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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
 * An administrator adds 会员等级, visible to sales only, while a colleague works in a list. On the page it is imported by its heading,
 * filtered, edited in a form and in bulk, and exported; for service staff it isn't there at all.
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
        imports(atWork, register);

        filters(atWork, "gold", 2);
        assertThat(atWork.locator(".filters")).containsText(FIELD);
        pictures(atWork, "own-field-zh-filtered");
        edits(atWork);
        changesMany(atWork);
        assertThat(exports(atWork, "own-field-zh-export"))
                .contains(FIELD)
                .contains("普通卡")
                .contains("金卡")
                .doesNotContain("银卡");

        isNowhere(service);
        Page other = signedIn("fu", Office.PASSWORD);
        isNowhereOnThePage(other, service);

        // A role made later doesn't see it either unless somebody says so.
        admin.navigate(office.address() + "/settings/roles/new");
        assertThat(admin.locator(".field-rights")).containsText(FIELD);
        pictures(admin, "own-field-zh-role");
    }

    @Test
    void aFieldOfChoicesIsMadeWithoutLeavingItsFormAndInOneLanguage() {
        Person admin = office.admin();
        admin.put("/api/v1/session/language", Map.of("language", "zh")).expect(204);
        Page page = signedIn("admin", Office.ADMIN_PASSWORD);
        page.navigate(office.address() + "/settings/fields");
        button(page, "新建字段").click();
        Locator drawer = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("新建字段 · 个人客户"));
        labelled(drawer, "名称（中文）").fill("服务套餐");
        labelled(drawer, "类型").click();
        option(page, "单选").click();

        // What was typed is there again for who left in the middle.
        page.reload();
        button(page, "新建字段").click();
        assertThat(drawer.getByText("已恢复上次没有保存的内容")).isVisible();
        assertThat(labelled(drawer, "名称（中文）")).hasValue("服务套餐");
        button(drawer, "新建选项列表").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("新建选项列表"));
        labelled(dialog, "名称（中文）").fill("套餐");
        labelled(dialog, "选项").fill("基础套餐\n家庭套餐\n");
        pictures(page, "own-field-zh-new-list");
        button(dialog, "保存").click();
        assertThat(dialog).isHidden();
        assertThat(drawer.locator(".ant-select-content-has-value").filter(new Locator.FilterOptions().setHasText("套餐")))
                .hasCount(1);
        pictures(page, "own-field-zh-one-language");
        button(drawer, "保存").click();
        assertThat(page.locator(".field-line").filter(new Locator.FilterOptions().setHasText("服务套餐")))
                .isVisible();

        Person english = admin.with("Accept-Language", "en");
        assertThat(english.get("/api/v1/catalogue").expect(200).json().toString())
                .contains("\"label\":\"服务套餐\"");
        assertThat(english.get("/api/v1/code-lists/list_1").expect(200).json().path("items"))
                .extracting(item -> item.path("label").asString(""))
                .containsExactly("基础套餐", "家庭套餐");
        page.close();
    }

    /** Handed over on the page, which knows the new heading by itself. */
    private void imports(Page page, Path register) {
        page.navigate(office.address() + "/imports");
        page.getByLabel(PageWords.chinese().file()).setInputFiles(register);
        assertThat(page.getByText(PageWords.chinese().checked()).first()).isVisible();
        assertThat(page.locator("main table").first()).containsText(FIELD);
        pictures(page, "own-field-zh-import");
        button(page, PageWords.chinese().importNow()).click();
        assertThat(page.getByText(PageWords.chinese().imported()).first()).isVisible();
        assertThat(page.locator(".counts")).containsText("3");
    }

    private void filters(Page page, String value, int hits) {
        page.navigate(office.address() + "/customers?type=individual&f.membership=" + value);
        assertThat(page.locator("main .opens")).hasCount(hits);
    }

    /** All that a filtered list shows, at once, after a look at what that would do. */
    private void changesMany(Page page) {
        filters(page, "silver", 2);
        page.locator("main thead input[type=checkbox]").click();
        button(page, "批量修改").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        Locator line = dialog.locator(".bulk-line");
        line.getByRole(AriaRole.COMBOBOX).first().click();
        page.keyboard().type(FIELD);
        page.keyboard().press("Enter");
        line.getByRole(AriaRole.COMBOBOX).last().click();
        option(page, "普通卡").click();
        labelled(dialog, "修改原因").fill("银卡停用");
        Browser.picture(page, "own-field-zh-bulk-wish");
        dialog.getByRole(AriaRole.BUTTON, named("检查")).click();
        assertThat(page).hasURL(Pattern.compile(".*/bulk/\\d+"));
        Locator start = button(page, "修改 2 位客户");
        assertThat(start).isVisible();
        assertThat(page.locator("main ins").first()).containsText("普通卡");
        pictures(page, "own-field-zh-bulk-foreseen");
        start.click();
        assertThat(page.getByText("已完成").first()).isVisible();
        filters(page, "plain", 2);
        pictures(page, "own-field-zh-bulk-done");
    }

    /** Everything somebody sees of the individuals, taken out on the page. */
    private String exports(Page page, String picture) throws IOException {
        page.navigate(office.address() + "/customers?type=individual");
        assertThat(page.locator("main .opens").first()).isVisible();
        button(page, PageWords.chinese().export()).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByText("CSV").click();
        dialog.getByText("全部字段").click();
        Browser.picture(page, picture);
        Download file = page.waitForDownload(() -> dialog.getByRole(
                        AriaRole.BUTTON, named(PageWords.chinese().startExport()))
                .click());
        return Files.readString(file.path());
    }

    /** Neither in the file, nor among the conditions and columns of a list, nor found by its value, nor taken out. */
    private void isNowhereOnThePage(Page page, Person service) throws IOException {
        page.navigate(office.address() + "/customers/" + number(service, "金三"));
        assertThat(page.locator("main").getByText("金三").first()).isVisible();
        assertThat(page.locator("main")).not().containsText(FIELD);
        pictures(page, "own-field-zh-service");
        button(page, "编辑").click();
        assertThat(page.locator("[data-field=name]")).isVisible();
        assertThat(page.locator("[data-field=membership]")).hasCount(0);

        page.navigate(office.address() + "/customers?type=individual");
        assertThat(page.locator("main .opens").first()).isVisible();
        button(page, "筛选").click();
        Locator field = labelled(page.locator(".filter-panel"), "字段");
        field.click();
        field.pressSequentially(FIELD);
        assertThat(page.locator(".ant-select-dropdown:visible .ant-empty")).isVisible();
        pictures(page, "own-field-zh-service-filter");
        page.keyboard().press("Escape");
        button(page, "列").click();
        assertThat(page.locator(".column-list")).isVisible();
        assertThat(page.locator(".column-list")).not().containsText(FIELD);

        page.navigate(office.address() + "/customers?q=金卡");
        assertThat(page.locator("main .empty")).isVisible();
        pictures(page, "own-field-zh-service-search");
        assertThat(exports(page, "own-field-zh-service-export")).contains("金三").doesNotContain(FIELD, "金卡", "普通卡");
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
        button(page, "新建选项列表").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        labelled(dialog, "名称（中文）").fill(FIELD);
        button(dialog, "名称：其他语言").click();
        labelled(dialog, "名称（English）").fill("Membership");
        // An option that can't be kept is told where it was typed, and there is no half a list.
        labelled(dialog, "选项").fill("甲\n" + "长".repeat(101));
        dialog.getByRole(AriaRole.BUTTON, named("保存")).click();
        assertThat(dialog.locator(".option-wrong")).hasCount(1);
        pictures(page, "own-field-zh-options");
        labelled(dialog, "选项").fill("");
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
        button(drawer, "其他语言").click();
        labelled(drawer, "名称（English）").fill("Membership");
        assertThat(labelled(drawer, "代号")).hasValue("membership");
        labelled(drawer, "类型").click();
        option(page, "单选").click();
        labelled(drawer, "选项列表").click();
        option(page, FIELD).click();
        Locator only = labelled(drawer, "仅以下角色可见");
        only.click();
        option(page, "销售人员").click();
        page.keyboard().press("Escape");
        assertThat(drawer.locator(".field-preview")).containsText("看不到该字段");
        pictures(page, "own-field-zh-drawer");
        // Closed without saving, it is all there again.
        drawer.getByRole(AriaRole.BUTTON, named("取消")).click();
        assertThat(drawer).isHidden();
        button(page, "新建字段").click();
        assertThat(labelled(drawer, "名称（中文）")).hasValue(FIELD);
        assertThat(drawer.locator(".field-preview")).containsText("看不到该字段");
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

    /** Neither in the catalogue, nor in files, lists, search, filters, bulk changes or exports. */
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
        assertThat(service.post(
                                "/api/v1/bulk-changes",
                                Map.of(
                                        "numbers",
                                        List.of(number),
                                        "changes",
                                        List.of(Map.of(
                                                "field", "membership", "action", "set", "values", List.of("silver")))))
                        .text())
                .contains("bulk_field");
        assertThat(exported(service)).contains("金三").doesNotContain(FIELD, "金卡", "普通卡");
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

    private static void pictures(Page page, String name) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            page.waitForTimeout(250);
            Browser.picture(page, name + "-" + width);
        }
        page.setViewportSize(1440, 900);
    }
}
