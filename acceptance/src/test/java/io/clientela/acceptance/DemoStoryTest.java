package io.clientela.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Somebody looks around in the demonstration: one touch on the sign-in page, two thousand customers, a past that verifies. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoStoryTest {

    /** What is wider than its place: the whole table, headings, and what all customers have in the same shape. */
    private static final String CUT = """
            () => {
              const wide = (element) => element.scrollWidth > element.clientWidth;
              const frame = document.querySelector('.grid-frame');
              const cut = wide(frame) ? [`${frame.scrollWidth} in ${frame.clientWidth}`] : [];
              const heads = [...frame.querySelectorAll('th')];
              heads.map((head) => head.querySelector('.grid-title')).filter((title) => title && wide(title)).forEach((title) => cut.push(title.textContent));
              const plain = heads.flatMap((head, at) => (['number', 'phone', 'owner', 'created'].includes(head.dataset.column) ? [at] : []));
              frame.querySelectorAll('tr.opens').forEach((row) => plain.filter((at) => wide(row.cells[at])).forEach((at) => cut.push(row.cells[at].textContent)));
              return cut;
            }
            """;

    private final Office office = Office.demonstration();
    private final Browser browser = Browser.open();

    @AfterAll
    void close() {
        browser.close();
        office.close();
    }

    @Test
    void letsOneLookAround() {
        Page page = browser.window("zh-CN", office.address());
        page.setViewportSize(1440, 900);
        assertThat(page.getByText("Clientela-demo-2026")).isVisible();
        Browser.picture(page, "demo-1-sign-in");
        page.setViewportSize(390, 844);
        Browser.picture(page, "demo-2-sign-in-390");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("赵敏")))
                .click();
        assertThat(page).hasURL(Pattern.compile(".*/customers.*"));
        page.setViewportSize(1440, 900);
        assertThat(page.locator("main tr.opens").first()).isVisible();
        Browser.picture(page, "demo-3-list");

        Person person = new Person(office.address()).signIn("zhao", "Clientela-demo-2026");
        fitsASmallScreen(page, person);
        goesOnPaper(page);
        JsonNode oldest =
                person.get("/api/v1/customers?sort=created&limit=1").expect(200).json();
        assertThat(oldest.path("total").path("count").asInt()).isEqualTo(2_000);
        Instant first =
                Instant.parse(oldest.path("items").path(0).path("createdAt").asString(""));
        assertThat(first).isBefore(Instant.now().minus(Duration.ofDays(400)));
        assertThat(office.verb(
                                Map.of(),
                                "verify",
                                "audit",
                                "--home",
                                office.home().toString())
                        .code())
                .isZero();
    }

    /** Nothing of the shipped columns is cut on a small laptop but values that are long by themselves. */
    private static void fitsASmallScreen(Page page, Person person) {
        page.setViewportSize(1366, 768);
        for (String language : List.of("en", "es", "zh")) {
            person.put("/api/v1/session/language", Map.of("language", language)).expect(204);
            page.reload();
            assertThat(page.locator("html")).hasAttribute("lang", Pattern.compile(language + ".*"));
            assertThat(page.locator("main tr.opens").first()).isVisible();
            assertThat((List<?>) page.evaluate(CUT)).as(language).isEmpty();
            Browser.picture(page, "demo-list-1366-" + language);
        }
    }

    /** All rows that have come, not only those in view, and all columns on the width of the sheet. */
    private static void goesOnPaper(Page page) {
        page.setViewportSize(720, 1000);
        Locator rows = page.locator("main tr.opens");
        assertThat(rows.first()).isVisible();
        int drawn = rows.count();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.evaluate("dispatchEvent(new Event('beforeprint'))");
        assertThat(rows.count()).isGreaterThan(drawn);
        assertThat(page.locator("main tbody tr[aria-busy]")).hasCount(0);
        assertThat(page.locator(".rail")).isHidden();
        assertThat(
                        (Boolean)
                                page.evaluate(
                                        "() => document.querySelector('main table').scrollWidth <= document.documentElement.clientWidth"))
                .isTrue();
        Browser.picture(page, "demo-list-printed");
        page.evaluate("dispatchEvent(new Event('afterprint'))");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        assertThat(rows).hasCount(drawn);
        page.setViewportSize(1366, 768);
    }

    @Test
    void isNotFilledTwice() {
        office.stop();
        office.restart();
        Person person = new Person(office.address()).signIn("zhao", "Clientela-demo-2026");
        assertThat(person.get("/api/v1/customers?limit=1")
                        .expect(200)
                        .json()
                        .path("total")
                        .path("count")
                        .asInt())
                .isEqualTo(2_000);
    }
}
