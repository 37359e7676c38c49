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
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * An administrator adds a field for files; a colleague is told why a program in disguise isn't taken, attaches a contract and saves it
 * again as it was; for who may not see the field there is none.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileFieldStoryTest {

    private static final List<Integer> WIDTHS = List.of(1440, 390);

    private final Office office = Office.shared();
    private final Browser browser = Browser.open();

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void aFileIsAttachedAndIsNowhereForWhoMayNotSeeIt(@TempDir Path folder) throws IOException {
        long department = office.department("合同部", 0);
        office.user("guanli", "管理员", "zh", department, "administrator");
        office.user("hetong", "何销售", "zh", department, "sales");
        office.user("kefu", "柯客服", "zh", department, "service_manager");
        Person seller = office.person("hetong").with("Accept-Language", "zh");
        String number = seller.post("/api/v1/customers", Map.of("type", "individual", "values", Map.of("name", "签约客户")))
                .expect(201)
                .json()
                .path("number")
                .asString("");
        Page admin = signedIn("guanli", Office.PASSWORD);
        makesFileField(admin);

        byte[] content = new byte[300_000];
        new Random(7).nextBytes(content);
        System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, content, 0, 9);
        Path contract = Files.write(folder.resolve("签约合同 2026.pdf"), content);
        Path disguised = Files.write(folder.resolve("发票.pdf"), new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0});

        Page page = signedIn("hetong", Office.PASSWORD);
        page.navigate(office.address() + "/customers/" + number);
        button(page, "编辑").click();
        Locator cell = page.locator("[data-field=signed_contract]");
        Locator input = cell.locator("input[type=file]");
        input.setInputFiles(disguised);
        assertThat(cell.getByRole(AriaRole.ALERT)).containsText("程序");
        pictures(page, "file-field-zh-refused");
        input.setInputFiles(contract);
        assertThat(cell).containsText("签约合同 2026.pdf");
        assertThat(cell.getByRole(AriaRole.ALERT)).hasCount(0);
        pictures(page, "file-field-zh-form");
        button(page, "保存").click();
        Locator stored = button(page, "下载 签约合同 2026.pdf");
        assertThat(stored).isVisible();
        pictures(page, "file-field-zh-file");
        Download download = page.waitForDownload(stored::click);
        assertThat(download.suggestedFilename()).isEqualTo("签约合同 2026.pdf");
        assertThat(Files.readAllBytes(download.path())).isEqualTo(content);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        button(page, "编辑").click();
        assertThat(cell).containsText("签约合同 2026.pdf");
        pictures(page, "file-field-zh-dark");

        Person service = office.person("kefu").with("Accept-Language", "zh");
        long id = seller.get("/api/v1/customers/" + number)
                .expect(200)
                .json()
                .at("/values/signed_contract/value/id")
                .asLong();
        assertThat(service.get("/api/v1/customers/" + number).expect(200).text())
                .doesNotContain("signed_contract", "签约合同");
        service.get("/api/v1/customers/" + number + "/attachments/" + id).expect(404);
        assertThat(service.get("/api/v1/customers/" + number + "/history")
                        .expect(200)
                        .text())
                .doesNotContain("签约合同");
        service.attach(number, "signed_contract", "a.pdf", content).expect(404);
        assertThat(exported(seller)).contains("签约合同 2026.pdf · SHA-256 ");
        assertThat(exported(service)).doesNotContain("签约合同 2026");
    }

    private void makesFileField(Page page) {
        page.navigate(office.address() + "/settings/fields");
        assertThat(page.locator(".field-line").first()).isVisible();
        button(page, "新建字段").click();
        Locator drawer = page.getByRole(AriaRole.DIALOG);
        labelled(drawer, "名称（中文）").fill("签约合同扫描件");
        button(drawer, "其他语言").click();
        labelled(drawer, "名称（English）").fill("Signed contract");
        labelled(drawer, "类型").click();
        // The last of them, which the list draws only when it gets there.
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Enter");
        assertThat(drawer).containsText("被遮盖时看不到名称");
        Locator only = labelled(drawer, "仅以下角色可见");
        only.click();
        option(page, "销售人员").click();
        page.keyboard().press("Escape");
        pictures(page, "file-field-zh-drawer");
        drawer.getByRole(AriaRole.BUTTON, named("保存")).click();
        assertThat(page.locator(".field-line").filter(new Locator.FilterOptions().setHasText("signed_contract")))
                .isVisible();
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

    private static void pictures(Page page, String name) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            page.waitForTimeout(250);
            Browser.picture(page, name + "-" + width);
        }
        page.setViewportSize(1440, 900);
    }
}
