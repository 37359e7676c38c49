package io.clientela.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A list names an owner who becomes a user only after its import: their customers are given to them from the page of the run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnersStoryTest {

    private static final String WU = "吴专员";

    private final Office office = Office.shared();
    private final Browser browser = Browser.open();

    @TempDir
    private Path folder = Path.of("");

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void customersAreGivenToWhoTheirListNamed() throws IOException {
        office.user("zhu", "朱主任", "zh", office.department("客户信息部", 0), "information_manager");
        Person zhu = office.person("zhu");
        JsonNode run = office.imported(zhu, register(), Map.of());
        assertThat(run.path("created").asInt()).isEqualTo(6);
        String address = office.address() + "/imports/" + run.path("id").asLong();

        Page page = browser.window("zh-CN", office.address());
        page.setViewportSize(1440, 900);
        Worker worker = new Worker(page, PageWords.chinese(), "owners");
        worker.signsIn("zhu");
        page.navigate(address);
        assertThat(page.getByText("无此用户").first()).isVisible();
        office.user("wu", WU, "zh", office.department(WU, 0), "business_department");

        page.navigate(address);
        Locator give = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("把这些客户交给 " + WU));
        assertThat(give).isVisible();
        Browser.picture(page, "owners-run");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("共 4 位客户"))
                .click();
        assertThat(page.getByText("文件中写的负责人：" + WU).first()).isVisible();
        assertThat(page.getByRole(AriaRole.ROW)).hasCount(5);
        Browser.picture(page, "owners-list");
        page.getByRole(AriaRole.ROW).nth(1).getByRole(AriaRole.LINK).first().click();
        assertThat(page.locator(".facts")).containsText(WU + "（未识别）");
        Browser.picture(page, "owners-file");

        page.navigate(address);
        give.click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("修改 4 位客户"))
                .click();
        assertThat(page.getByText("已修改").first()).isVisible();
        Browser.picture(page, "owners-given");
        page.navigate(address);
        assertThat(page.getByText("没有待交的客户")).isVisible();
        assertThat(zhu.get("/api/v1/customers?f.owner=" + office.userId("wu"))
                        .expect(200)
                        .json()
                        .path("total")
                        .path("count")
                        .asInt())
                .isEqualTo(4);
    }

    private Path register() throws IOException {
        StringBuilder text = new StringBuilder("姓名,手机,负责人\n");
        for (int row = 1; row <= 6; row++) {
            text.append("名册%s,1380013%04d,%s%n".formatted("甲乙丙丁戊己".charAt(row - 1), row, row <= 4 ? WU : "周主管"));
        }
        return Files.writeString(folder.resolve("owners.csv"), text);
    }
}
