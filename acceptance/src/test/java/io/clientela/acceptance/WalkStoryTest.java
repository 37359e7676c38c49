package io.clientela.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page there is, in light and dark, as an administrator of the demonstration sees it: pictured, and open to everybody. */
@Tag("languages")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WalkStoryTest {

    private static final boolean SOAK = Boolean.getBoolean("clientela.soak");
    private static final List<Integer> WIDTHS = SOAK ? List.of(1440, 1024, 390) : List.of(1440);

    private final Office office = Office.demonstrationShared();
    private final Browser browser = Browser.open();

    /** An address of the demonstration for each page; the page of wrong addresses is one of them. */
    private final Map<String, String> places = new LinkedHashMap<>();

    /** Of the class: there before anything is asked of a single test. */
    @TempDir
    private static Path folder = Path.of("");

    static Stream<PageWords> languages() {
        return SOAK
                ? Stream.of(PageWords.chinese(), PageWords.english(), PageWords.spanish())
                : Stream.of(PageWords.chinese());
    }

    @BeforeAll
    void somethingToSeeOnEveryPage() throws IOException {
        Person admin = office.admin();
        Path register = Files.writeString(folder.resolve("登记表.csv"), "姓名,手机\n顾晓岚,13800000001\n沈一鸣,12\n");
        String run = office.imported(admin, register, Map.of("type", "individual"))
                .path("id")
                .asString("");
        String upload = admin.upload(register).expect(201).json().path("id").asString("");
        String number = admin.get("/api/v1/customers?type=enterprise&limit=1")
                .json()
                .path("items")
                .path(0)
                .path("number")
                .asString("");
        places.put("customers", "/customers");
        places.put("customers/new", "/customers/new?type=individual");
        places.put("customers/:number", "/customers/" + number);
        String bulk = admin.post(
                        "/api/v1/bulk-changes",
                        Map.of(
                                "numbers",
                                List.of(number),
                                "changes",
                                List.of(Map.of("field", "tags", "action", "add", "values", List.of("展会")))))
                .expect(202)
                .json()
                .path("id")
                .asString("");
        places.put("bulk/:id", "/bulk/" + bulk);
        places.put("imports", "/imports");
        places.put("imports/new", "/imports/new?check=yes&name=登记表.csv&upload=" + upload);
        places.put("imports/:id", "/imports/" + run);
        places.put("jobs", "/jobs");
        places.put("settings", "/settings");
        places.put("settings/people", "/settings/people");
        places.put("settings/departments", "/settings/departments");
        places.put("settings/roles", "/settings/roles");
        places.put("settings/roles/:key", "/settings/roles/customer_service");
        places.put("settings/fields", "/settings/fields");
        places.put("settings/lists", "/settings/lists");
        places.put("settings/lists/:key", "/settings/lists/customer_level");
        places.put("settings/tag-rules", "/settings/tag-rules");
        places.put("settings/sight", "/settings/sight?user=1&number=" + number);
        String group = admin.get("/api/v1/customers?type=enterprise&limit=1&sort=created&f.annual_amount=8800000")
                .json()
                .path("items")
                .path(0)
                .path("number")
                .asString("");
        places.put("customers/:number/groups/:circle", "/customers/" + group + "/groups/company");
        places.put("customers/coming", "/customers/coming");
        places.put("pool", "/pool");
        places.put("duplicates", "/duplicates");
        places.put("settings/audit", "/settings/audit");
        places.put("settings/general", "/settings/general");
        places.put("settings/health", "/settings/health");
        places.put("settings/matrix", "/settings/matrix");
        places.put("settings/people/:id", "/settings/people/1");
        places.put("settings/sessions", "/settings/sessions");
        places.put("help", "/help");
        places.put("help/:chapter", "/help/importing");
        places.put("welcome", "/welcome");
        places.put("*", "/no-such-page");
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void noPageIsForgotten() {
        assertThat(places.keySet())
                .as("each route of web/src/app/routes.tsx needs a place here")
                .isEqualTo(new TreeSet<>(PageRoutes.all()));
    }

    @Test
    void whatKeepsSomebodyOutIsFound() {
        Page page = browser.window("zh-CN", office.address());
        assertThat(page.locator(".demo")).isVisible();
        page.evaluate("""
                () => document.querySelector('form').insertAdjacentHTML('beforeend',
                  '<input><p style="color: #bbb; background: #fff">pale</p>')""");
        assertThat(Axe.finds(page))
                .anyMatch(fault -> fault.startsWith("label"))
                .anyMatch(fault -> fault.startsWith("color-contrast"));
        assertThat(Axe.findsTooPale(page)).anyMatch(fault -> fault.startsWith("color-contrast"));
        page.close();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everybodyCanUseEveryPage(PageWords words) {
        List<String> faults = new ArrayList<>();
        Page page = browser.window(words.locale(), office.address());
        page.setViewportSize(1440, 900);
        assertThat(page.locator(".demo")).isVisible();
        looks(page, words, "sign-in", faults);
        office.admin()
                .put("/api/v1/session/language", Map.of("language", words.language()))
                .expect(204);
        page.getByLabel(words.userName()).fill("admin");
        page.getByLabel(words.password(), new Page.GetByLabelOptions().setExact(true))
                .fill(Office.ADMIN_PASSWORD);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(words.signIn()).setExact(true))
                .click();
        assertThat(page.locator("main tr.opens").first()).isVisible();
        // A button that is just changing colour is of neither one nor the other.
        page.addStyleTag(
                new Page.AddStyleTagOptions().setContent("*, *::before, *::after { transition: none !important }"));
        places.forEach((route, place) -> {
            goes(page, place);
            looks(page, words, route, faults);
        });
        assertThat(faults).isEmpty();
    }

    /** To another page as a link would, without loading everything again; there when the page before has left and nothing is awaited. */
    static void goes(Page page, String place) {
        page.evaluate("""
                place => {
                  document.querySelectorAll('h1').forEach((title) => { title.dataset.left = 'yes'; });
                  window.leftAt = performance.now();
                  history.pushState(null, '', place);
                  dispatchEvent(new PopStateEvent('popstate', { state: null }));
                }""", place);
        // Between two pages of one kind the title stays the same element.
        page.waitForFunction("""
                () => (document.querySelector('h1:not([data-left])') || (document.querySelector('h1') && performance.now() - window.leftAt > 2000))
                  && !document.querySelector('.going, .bone, main [aria-busy="true"], main .ant-btn-loading')""");
    }

    private static void looks(Page page, PageWords words, String route, List<String> faults) {
        String name = "walk-" + words.language() + "-" + route.replaceAll("[/:*]+", "-");
        for (ColorScheme look : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look));
            String shade = look == ColorScheme.DARK ? "dark" : "light";
            assertThat(page.locator("html")).hasAttribute("data-theme", shade);
            for (int width : WIDTHS) {
                page.setViewportSize(width, width == 390 ? 844 : 900);
                boolean colours = look == ColorScheme.DARK && !SOAK;
                List<String> found = colours ? Axe.findsTooPale(page) : Axe.finds(page);
                if (!found.isEmpty()) {
                    // A button is paler while its work goes on, which may have begun only just now; a fault stays.
                    page.waitForTimeout(2_000);
                    found = colours ? Axe.findsTooPale(page) : Axe.finds(page);
                }
                found.forEach(fault -> faults.add(route + " " + shade + " " + width + " " + fault));
                Browser.picture(page, name + "-" + shade + "-" + width);
            }
            page.setViewportSize(1440, 900);
        }
    }
}
