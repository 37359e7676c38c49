package io.clientela.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Somebody takes an import back on the page, after one of its customers has been changed and while another was there before. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UndoStoryTest {

    private static final int FILES = 30;

    private final Office office = Office.open();
    private final Browser browser = Browser.open();

    @TempDir
    private Path folder = Path.of("");

    @AfterAll
    void close() {
        browser.close();
        office.close();
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, zh, zhao, 赵敏, 撤销此次导入, 原因, 导入已撤销, 保持不变的客户, 该客户已撤回。, 历史",
        "es-ES, es, marta, Marta Gil, Deshacer esta importación, Motivo, Importación deshecha, Se quedan como están, Este cliente se ha retirado., Historial"
    })
    void takesAnImportBack(
            String locale,
            String language,
            String user,
            String displayName,
            String act,
            String reason,
            String title,
            String kept,
            String withdrawn,
            String history)
            throws IOException {
        long department = office.department(displayName, 0);
        office.user(user, displayName, language, department, "business_department");
        Person person = office.person(user);
        String before = created(person, user + "-1", "Vorher 之前");
        JsonNode run = office.imported(person, register(user), Map.of("mode", "upsert", "key", "external_id"));
        assertThat(run.path("created").asInt()).isEqualTo(FILES - 1);
        assertThat(run.path("updated").asInt()).isEqualTo(1);
        String touched = number(person, user + "-2");
        person.patch("/api/v1/customers/" + touched, Map.of("values", Map.of("city", "Lugo")))
                .expect(200);
        String gone = number(person, user + "-3");

        Page page = browser.window(locale, office.address());
        page.setViewportSize(1440, 900);
        Worker worker =
                new Worker(page, "zh".equals(language) ? PageWords.chinese() : PageWords.spanish(), "undo-" + language);
        worker.signsIn(user);
        String run1 = office.address() + "/imports/" + run.path("id").asLong();
        page.navigate(run1);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(act))
                .click();
        page.getByLabel(reason, new Page.GetByLabelOptions().setExact(true)).fill("发错了名单 / lista equivocada");
        Browser.picture(page, "undo-" + language + "-asked");
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new com.microsoft.playwright.Locator.GetByRoleOptions().setName(act))
                .click();
        assertThat(page.getByText(kept).first()).isVisible();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(touched)))
                .isVisible();
        assertThat(page.getByText(title).first()).isVisible();
        for (int width : List.of(1440, 1024, 390)) {
            page.setViewportSize(width, 900);
            page.getByText(kept).first().scrollIntoViewIfNeeded();
            Browser.picture(page, "undo-" + language + "-done-" + width);
        }
        page.setViewportSize(1440, 900);
        page.navigate(office.address() + "/customers/" + gone);
        assertThat(page.getByText(withdrawn).first()).isVisible();
        assertThat(page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(history)))
                .isVisible();
        assertThat(page.locator(".entries > li")).hasCount(2);
        Browser.picture(page, "undo-" + language + "-withdrawn");
        page.navigate(office.address() + "/jobs");
        assertThat(page.locator("main table tbody tr").first()).isVisible();
        Browser.picture(page, "undo-" + language + "-jobs");

        JsonNode undo = person.get("/api/v1/imports/" + run.path("id").asLong() + "/undo")
                .expect(200)
                .json();
        assertThat(undo.path("withdrawn").asInt()).isEqualTo(FILES - 2);
        assertThat(undo.path("reverted").asInt()).isEqualTo(1);
        assertThat(undo.path("kept").asInt()).isEqualTo(1);
        assertThat(value(person, before, "name")).isEqualTo("Vorher 之前");
        assertThat(value(person, touched, "city")).isEqualTo("Lugo");
        assertThat(person.get("/api/v1/customers")
                        .json()
                        .path("total")
                        .path("count")
                        .asInt())
                .isEqualTo(2);
        person.post("/api/v1/imports/" + run.path("id").asLong() + "/undo", Map.of("reason", "x"))
                .expect(409);
    }

    private static String created(Person person, String externalId, String name) {
        return person.post(
                        "/api/v1/customers",
                        Map.of("type", "individual", "values", Map.of("name", name, "external_id", externalId)))
                .expect(201)
                .json()
                .path("number")
                .asString("");
    }

    private Path register(String prefix) throws IOException {
        StringBuilder text = new StringBuilder("Id,Name,Mobile\n");
        for (int row = 1; row <= FILES; row++) {
            text.append("%s-%d,Cliente %s,+34 600 11 22 %02d%n".formatted(prefix, row, "abcdef".charAt(row % 6), row));
        }
        return Files.writeString(folder.resolve(prefix + ".csv"), text);
    }

    private static String number(Person person, String externalId) {
        return person.get("/api/v1/customers?f.external_id=" + externalId)
                .expect(200)
                .json()
                .path("items")
                .path(0)
                .path("number")
                .asString("");
    }

    private static String value(Person person, String number, String key) {
        return person.get("/api/v1/customers/" + number)
                .expect(200)
                .json()
                .path("values")
                .path(key)
                .path("text")
                .asString("");
    }
}
