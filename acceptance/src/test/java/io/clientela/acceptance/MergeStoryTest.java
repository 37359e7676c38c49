package io.clientela.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.clientela.acceptance.Parts.button;
import static io.clientela.acceptance.Parts.named;
import static io.clientela.acceptance.Parts.option;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * One person was entered twice, once in traditional characters and with another telephone. A data administrator merges the two with one
 * value picked by hand, colleagues go on working under both numbers, and later the two are taken apart: both as they were, and what
 * belonged to the other gone there.
 */
@Tag("languages")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MergeStoryTest {

    /** All widths in the soak. */
    private static final List<Integer> WIDTHS =
            Boolean.getBoolean("clientela.soak") ? List.of(1440, 1024, 390) : List.of(1440, 390);

    private final Office office = Office.open();
    private final Browser browser = Browser.open();

    @AfterAll
    void close() {
        browser.close();
        office.close();
    }

    static List<Texts> languages() {
        return Texts.of("zh");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void twoFilesOfOnePersonAreMergedWorkedOnAndTakenApart(Texts texts) {
        String language = texts.language();
        office.admin()
                .put("/api/v1/session/language", Map.of("language", language))
                .expect(204);
        Person admin = office.admin().with("Accept-Language", language);
        // Each language has a telephone of its own, by which the other is found.
        String place = Integer.toString(List.of("zh", "en", "es").indexOf(language));
        String mobile = "1392222000" + place;
        String one = entered(admin, Map.of("name", "张伟", "mobile", "1381111000" + place, "occupation", "教师"));
        String two = entered(admin, Map.of("name", "張偉", "mobile", mobile, "remarks", "老客户"));
        String before = said(admin, one);
        String beforeTwo = said(admin, two);

        Page page = signedIn(texts);
        page.navigate(office.address() + "/customers/" + one);
        button(page, texts.text("merge.act")).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel(texts.text("merge.find")).fill(mobile);
        option(page, two).click();
        assertThat(dialog.locator(".merge-table")).isVisible();
        dialog.locator(".merge-table button", new Locator.LocatorOptions().setHasText("张伟"))
                .click();
        assertThat(dialog.locator(".merge-table")).containsText(texts.text("merge.why.picked"));
        pictures(page, "merge-" + language + "-compare");
        assertThat(Axe.finds(page)).isEmpty();
        dialog.getByRole(AriaRole.BUTTON, named(texts.text("merge.confirm"))).click();
        assertThat(dialog).isHidden();
        assertThat(page.locator(".merged")).containsText(two);
        assertThat(page.locator("h1")).containsText("张伟");
        pictures(page, "merge-" + language + "-merged");

        page.navigate(office.address() + "/customers/" + two);
        assertThat(page.locator(".merged")).containsText(texts.text("merge.openedBy", "opened", two, "number", one));
        button(page, texts.text("customers.file.edit")).click();
        Locator hobby = page.locator("[data-field=city]").getByRole(AriaRole.TEXTBOX);
        hobby.fill("杭州");
        button(page, texts.text("kit.save")).click();
        assertThat(page.locator("main").getByText("杭州").first()).isVisible();
        admin.patch("/api/v1/customers/" + one, Map.of("values", Map.of("employer", "第一小学")))
                .expect(200);
        JsonNode found = admin.get("/api/v1/customers?q=" + mobile).expect(200).json();
        assertThat(found.path("items").size()).isEqualTo(1);
        assertThat(found.path("items").path(0).path("number").asString("")).isEqualTo(one);

        page.navigate(office.address() + "/customers/" + one + "?tab=history");
        assertThat(page.locator(".entries")).containsText(texts.text("merge.tied.link", "number", two));
        pictures(page, "merge-" + language + "-history");

        button(page, texts.text("merge.unmergeAct")).click();
        Locator parting = page.getByRole(AriaRole.DIALOG);
        assertThat(parting.locator(".merge-entries > li")).hasCount(2);
        parting.getByLabel(texts.text("merge.moveTo", "number", two)).check();
        assertThat(parting.locator(".merge-sides")).containsText("第一小学");
        pictures(page, "merge-" + language + "-unmerge");
        assertThat(Axe.finds(page)).isEmpty();
        parting.getByRole(AriaRole.BUTTON, named(texts.text("merge.unmerge"))).click();
        assertThat(parting).isHidden();
        assertThat(page).hasURL(Pattern.compile(".*/customers/" + one + ".*"));
        assertThat(page.locator(".merged")).hasCount(0);

        assertThat(said(admin, one)).isEqualTo(before);
        JsonNode other = values(admin, two);
        assertThat(other.path("city").path("text").asString("")).isEqualTo("杭州");
        assertThat(other.path("employer").path("text").asString("")).isEqualTo("第一小学");
        assertThat(said(admin, two)).isNotEqualTo(beforeTwo).contains("張偉");
        if (language.equals("zh")) {
            mergesFromTheList(page, admin, one, two);
        }
    }

    /** The list of all types is narrowed by a field that individuals alone have; the two it shows are ticked. */
    private void mergesFromTheList(Page page, Person admin, String one, String two) {
        page.navigate(office.address() + "/customers");
        button(page, "筛选").click();
        Locator panel = page.locator(".filter-panel");
        panel.getByLabel("字段").click();
        panel.getByLabel("字段").pressSequentially("职业");
        option(page, "职业").click();
        panel.getByLabel("值").fill("教师");
        pictures(page, "merge-zh-filter");
        panel.getByRole(AriaRole.BUTTON, named("添加")).click();
        assertThat(page.locator(".filters .chip-text")).containsText("（仅个人）");
        admin.patch("/api/v1/customers/" + two, Map.of("values", Map.of("occupation", "教师")))
                .expect(200);
        page.reload();
        assertThat(page.locator("main tr.opens")).hasCount(2);
        for (String number : List.of(one, two)) {
            page.locator("tr[data-key=" + number + "] input[type=checkbox]").check();
        }
        pictures(page, "merge-zh-ticked");
        button(page, "合并…").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog.locator(".merge-table")).containsText(two);
        dialog.getByRole(AriaRole.BUTTON, named("合并")).click();
        assertThat(dialog).isHidden();
        assertThat(page.locator("main tr.opens")).hasCount(1);
    }

    private static String entered(Person person, Map<String, String> values) {
        return person.post("/api/v1/customers", Map.of("type", "individual", "values", values))
                .expect(201)
                .json()
                .path("number")
                .asString("");
    }

    private static JsonNode values(Person person, String number) {
        return person.get("/api/v1/customers/" + number).expect(200).json().path("values");
    }

    private static String said(Person person, String number) {
        return values(person, number).toString();
    }

    private Page signedIn(Texts texts) {
        Page page = browser.window(texts.locale(), office.address());
        page.setViewportSize(1440, 900);
        page.getByLabel(texts.text("session.name")).fill("admin");
        page.getByLabel(texts.text("session.password"), new Page.GetByLabelOptions().setExact(true))
                .fill(Office.ADMIN_PASSWORD);
        button(page, texts.text("session.signIn.act")).click();
        assertThat(page.locator("main .opens, main .empty").first()).isVisible();
        return page;
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
