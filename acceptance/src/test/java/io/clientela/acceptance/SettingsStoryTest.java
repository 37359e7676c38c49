package io.clientela.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.clientela.acceptance.Parts.labelled;
import static io.clientela.acceptance.Parts.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the whole organisation: it is changed for a reason, what it would mean is said before, and the page isn't left with it unsaved. */
@Tag("languages")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettingsStoryTest {

    private final Office office = Office.shared();
    private final Browser browser = Browser.open();
    private long department;
    private Desk desk = new Desk(office, browser, 0);

    @BeforeAll
    void anOfficeWithRules() {
        department = office.department("Settings 设置", 0);
        desk = new Desk(office, browser, department);
    }

    @AfterAll
    void close() {
        browser.close();
    }

    static List<Texts> desks() {
        return Texts.of("en");
    }

    /** The rule says less of the date and more digits, under a prefix of its own; what has a number keeps it. */
    @ParameterizedTest
    @MethodSource("desks")
    void changesTheNumberingAndIsAskedBeforeLeavingIt(Texts texts) {
        Page page = desk.signedIn(texts, desk.administrator(texts));
        String prefix = "K" + texts.language().substring(1).toUpperCase(Locale.ROOT);
        page.navigate(office.address() + "/settings/general");
        Locator form = page.locator("form[data-group=numbering]");
        form.locator("input[type=text]").first().fill("c1");
        // What isn't saved isn't left without being asked.
        page.locator(".settings-nav a").first().click();
        Locator asked = page.getByRole(AriaRole.DIALOG);
        assertThat(asked).containsText(texts.text("kit.unsaved.title"));
        asked.getByRole(AriaRole.BUTTON, named(texts.text("kit.unsaved.stay"))).click();
        assertThat(form.locator("input[type=text]").first()).hasValue("c1");
        Locator reason = labelled(page.locator("main"), texts.text("administration.general.reason"));
        reason.fill("A shorter number, as the board wished");
        form.getByRole(AriaRole.BUTTON, named(texts.text("kit.save"))).click();
        assertThat(form.locator(".frame-error").first()).isVisible();
        picture(page, texts, "numbering-refused");
        form.locator("input[type=text]").first().fill(prefix);
        assertThat(form.locator(".number-preview")).containsText(prefix);
        picture(page, texts, "numbering");
        form.getByRole(AriaRole.BUTTON, named(texts.text("kit.save"))).click();
        assertThat(page.locator("main")).containsText("as the board wished");
        String number = office.admin()
                .post("/api/v1/customers", Map.of("type", "individual", "values", Map.of("name", "Numbered")))
                .expect(201)
                .json()
                .path("number")
                .asString("");
        assertThat(number).startsWith(prefix + "20");
        office.admin()
                .put(
                        "/api/v1/settings/numbering",
                        Map.of("values", Map.of("numbering.prefix", "C"), "reason", "as it was"))
                .expect(200);
    }

    /** What guarding a stage means is said before it is kept; then nobody enters it whose role doesn't say so. */
    @ParameterizedTest
    @MethodSource("desks")
    void guardsAStageAndSeesWhatALimitWouldMean(Texts texts) {
        Page page = desk.signedIn(texts, desk.administrator(texts));
        String seller = "stages_" + texts.language();
        office.user(seller, "Stages " + texts.language(), texts.language(), department, "sales");
        String number = office.person(seller)
                .post("/api/v1/customers", Map.of("type", "individual", "values", Map.of("name", "Staged")))
                .expect(201)
                .json()
                .path("number")
                .asString("");
        page.navigate(office.address() + "/settings/general");
        Locator form = page.locator("form[data-group=lifecycle]");
        Locator loyal = form.locator("tbody tr").nth(4);
        loyal.locator("input[type=checkbox]").last().check();
        form.getByRole(AriaRole.BUTTON, named(texts.text("administration.stages.add")))
                .click();
        Locator move = form.locator(".stage-move");
        chosen(page, move.getByRole(AriaRole.COMBOBOX).nth(0), 1);
        chosen(page, move.getByRole(AriaRole.COMBOBOX).nth(1), 4);
        assertThat(form.locator(".setting-effects li")).hasCount(2);
        form.scrollIntoViewIfNeeded();
        picture(page, texts, "stages");
        labelled(page.locator("main"), texts.text("administration.general.reason"))
                .fill("Loyal is what the board decides");
        form.getByRole(AriaRole.BUTTON, named(texts.text("kit.save"))).click();
        assertThat(page.locator("main")).containsText("what the board decides");
        assertThat(office.person(seller)
                        .patch("/api/v1/customers/" + number, Map.of("values", Map.of("lifecycle_stage", "loyal")))
                        .text())
                .contains("stage_guarded");
        Locator pool = page.locator("form[data-group=pool]");
        pool.locator("input").first().fill("0");
        assertThat(pool.locator(".setting-effects")).hasCount(0);
        pool.locator("input").first().fill("150");
        assertThat(pool.locator(".setting-effects li")).hasCount(1);
        pool.scrollIntoViewIfNeeded();
        picture(page, texts, "pool-limits");
        office.admin()
                .put(
                        "/api/v1/settings/lifecycle",
                        Map.of(
                                "values",
                                Map.of("lifecycle.guarded", "", "lifecycle.forbidden", ""),
                                "reason",
                                "as it was"))
                .expect(200);
    }

    private static void chosen(Page page, Locator select, int at) {
        select.click();
        page.locator(".ant-select-dropdown:visible .ant-select-item-option")
                .nth(at)
                .click();
    }

    private static void picture(Page page, Texts texts, String name) {
        page.waitForTimeout(250);
        Browser.picture(page, "administration-" + texts.language() + "-" + name);
    }
}
