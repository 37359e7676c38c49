package io.clientela.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.clientela.acceptance.Parts.button;
import static io.clientela.acceptance.Parts.labelled;
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
 * A customer that was entered twice shows the newer of two cities. An administrator puts the longer value first, without touching the
 * mouse, reads what that would mean, saves it and sees the work done to its end and the other city on the customer's page; then they
 * put it back as it was.
 */
@Tag("languages")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SurvivorshipStoryTest {

    private static final String LONG = "Las Palmas de Gran Canaria";
    private static final String SHORT = "Telde";

    private static final List<Integer> WIDTHS =
            Boolean.getBoolean("clientela.soak") ? List.of(1440, 1024, 390) : List.of(1440, 390);

    private final Office office = Office.shared();
    private final Browser browser = Browser.open();

    @AfterAll
    void close() {
        browser.close();
    }

    static List<Texts> languages() {
        return Texts.of("es");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void mergedCustomersFollowWhatAnAdministratorPutsFirst(Texts texts) {
        String name = "rules_" + texts.language();
        office.user(
                name,
                "Reglas 规则 " + texts.language(),
                texts.language(),
                office.department(name, 0),
                "administrator",
                "data_administrator");
        Person person = office.person(name).with("Accept-Language", texts.language());
        JsonNode before = values(person);
        String number = mergedOfTwo(person, texts.language());

        Page page = signedIn(texts, name);
        Locator city = page.locator(".values dt", new Page.LocatorOptions().setHasText(label(person, "city")))
                .locator("xpath=..");
        page.navigate(office.address() + "/customers/" + number);
        assertThat(city).containsText(SHORT);

        page.navigate(office.address() + "/settings/general");
        Locator form = page.locator("form[data-group=survivorship]");
        Locator lines = form.locator("fieldset.ordered").first().locator("li");
        assertThat(lines.first()).isVisible();
        int last = lines.locator("input:checked").count() - 1;
        String longest =
                lines.nth(last).innerText().replaceFirst("^\\d+\\s*", "").strip();
        lines.nth(last).getByRole(AriaRole.BUTTON).first().focus();
        steps(page, last, lines, longest, -1);
        assertThat(form.locator(".setting-effects")).containsText(label(person, "city"));
        form.scrollIntoViewIfNeeded();
        pictures(page, form, texts, "effect");
        assertThat(Axe.finds(page)).isEmpty();
        saved(page, form, texts, "Lo más largo es lo más preciso " + texts.language());
        pictures(page, form, texts, "saved");

        ended(page, person, texts);
        page.navigate(office.address() + "/customers/" + number);
        assertThat(city).containsText(LONG);
        assertThat(page.locator(".merged")).isVisible();
        Browser.picture(page, "survivorship-" + texts.language() + "-file");

        page.navigate(office.address() + "/settings/general");
        lines.first().getByRole(AriaRole.BUTTON).last().focus();
        steps(page, last, lines, longest, 1);
        saved(page, form, texts, "Como estaba " + texts.language());
        ended(page, person, texts);
        page.navigate(office.address() + "/customers/" + number);
        assertThat(city).containsText(SHORT);
        assertThat(values(person)).isEqualTo(before);
    }

    /** Two files of one person, the one with the shorter city the newer. */
    private static String mergedOfTwo(Person person, String language) {
        String one = entered(person, "Candelaria Vega " + language, LONG);
        String two = entered(person, "Candelaria Vega " + language, SHORT);
        person.post("/api/v1/customers/" + one + "/merges", Map.of("with", List.of(Map.of("number", two))))
                .expect(200);
        return one;
    }

    private static String entered(Person person, String name, String city) {
        return person.post(
                        "/api/v1/customers", Map.of("type", "individual", "values", Map.of("name", name, "city", city)))
                .expect(201)
                .json()
                .path("number")
                .asString("");
    }

    /** The keyboard stays with the line that moves, to the end of the list and back. */
    private static void steps(Page page, int count, Locator lines, String moved, int by) {
        for (int step = 1; step <= count; step++) {
            page.keyboard().press("Enter");
            assertThat(lines.nth(by < 0 ? count - step : step)).containsText(moved);
            assertThat(lines.filter(new Locator.FilterOptions().setHasText(moved))
                            .locator("button:focus"))
                    .hasCount(1);
        }
    }

    private static void saved(Page page, Locator form, Texts texts, String reason) {
        labelled(form, texts.text("administration.general.reason")).fill(reason);
        page.keyboard().press("Enter");
        assertThat(labelled(form, texts.text("administration.general.reason"))).hasCount(0);
        assertThat(page.locator("main")).containsText(reason);
    }

    /** The newest job of its kind, as the page of jobs has it. */
    private void ended(Page page, Person person, Texts texts) {
        String label = resettling(person).path("label").asString("");
        page.navigate(office.address() + "/jobs");
        Locator row = page.locator("main tbody tr")
                .filter(new Locator.FilterOptions().setHasText(label))
                .first();
        assertThat(row).containsText(texts.text("kit.state.done"));
        assertThat(resettling(person).path("state").asString("")).isEqualTo("done");
        pictures(page, row, texts, "job");
    }

    private static JsonNode resettling(Person person) {
        return person.get("/api/v1/jobs?name=resettling")
                .expect(200)
                .json()
                .path("items")
                .path(0);
    }

    private static JsonNode values(Person person) {
        return person.get("/api/v1/settings/survivorship").expect(200).json().path("settings");
    }

    /** What a field is called stands with the server. */
    private static String label(Person person, String key) {
        return person.get("/api/v1/catalogue")
                .expect(200)
                .json()
                .path("fields")
                .valueStream()
                .filter(field -> field.path("key").asString("").equals(key))
                .findFirst()
                .orElseThrow()
                .path("label")
                .asString("");
    }

    private Page signedIn(Texts texts, String name) {
        Page page = browser.window(texts.locale(), office.address());
        page.setViewportSize(1440, 900);
        page.getByLabel(texts.text("session.name")).fill(name);
        page.locator("input[type=password]").first().fill(Office.PASSWORD);
        button(page, texts.text("session.signIn.act")).click();
        assertThat(page).hasURL(Pattern.compile(".*/customers.*"));
        return page;
    }

    private static void pictures(Page page, Locator shown, Texts texts, String name) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            page.waitForTimeout(250);
            if (shown.isVisible()) {
                shown.evaluate("it => it.scrollIntoView({ block: 'start' })");
            }
            Browser.picture(page, "survivorship-" + texts.language() + "-" + name + "-" + width);
        }
        page.setViewportSize(1440, 900);
    }
}
