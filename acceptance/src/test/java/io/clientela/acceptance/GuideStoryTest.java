package io.clientela.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody goes through what the user guide tells, and every picture of it shows the page as it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuideStoryTest {

    private static final boolean ALL =
            Boolean.getBoolean("clientela.soak") || Boolean.getBoolean("clientela.guide.write");

    private final Office office = Office.demonstrationShared();
    private final Browser browser = Browser.open();

    @TempDir
    private Path folder = Path.of("");

    @AfterAll
    void close() {
        browser.close();
    }

    static Stream<PageWords> languages() {
        return ALL
                ? Stream.of(PageWords.chinese(), PageWords.english(), PageWords.spanish())
                : Stream.of(PageWords.spanish());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void picturesShowThePageAsItIs(PageWords words) throws IOException {
        Page page = browser.window(words.locale(), office.address());
        page.setViewportSize(1100, 900);
        Tour tour = new Tour(page, words, new GuidePictures(words.language()));
        tour.comesIn();
        tour.findsCustomers();
        tour.readsAFile();
        tour.opensAGroup();
        tour.entersOne();
        tour.importsARegister(register(words.language()));
        tour.takesOut();
        tour.managesPeople();
        tour.looksUpKeys();
        tour.opensTheChapterOfThePage();
        assertThat(tour.pictures.made()).isEqualTo(tour.pictures.named());
        tour.pictures.isAsKept();
        page.close();
    }

    /** The second row has a phone that can't be one. */
    private Path register(String language) throws IOException {
        String text = switch (language) {
            case "zh" -> "姓名,手机,城市\n顾晓岚,13800000001,上海\n沈一鸣,12,杭州\n陆知远,13800000003,苏州\n";
            case "es" ->
                "Nombre,Móvil,Población\nNoelia Paz,611000001,Vigo\nIván Rey,12,Lugo\nAlba Mato,611000003,Soria\n";
            default ->
                "Name,Mobile,City\nHazel Moore,07400000001,York\nFinn Doyle,12,Bath\nRuby Lane,07400000003,Leeds\n";
        };
        return Files.writeString(folder.resolve("register-" + language + ".csv"), text, StandardCharsets.UTF_8);
    }

    /** One person's way through the product in one language. */
    private final class Tour {
        private final Page page;
        private final PageWords words;
        private final GuidePictures pictures;
        private final Locator main;

        Tour(Page page, PageWords words, GuidePictures pictures) {
            this.page = page;
            this.words = words;
            this.pictures = pictures;
            this.main = page.locator("main");
        }

        void comesIn() {
            assertThat(page.locator(".demo")).isVisible();
            pictures.take(page, "sign-in", page.locator(".door-form"));
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
        }

        void findsCustomers() {
            pictures.take(page, "list", main);
            goes("/jobs");
            page.keyboard().press("/");
            page.keyboard().type(Map.of("zh", "王", "es", "garc", "en", "smith").get(words.language()));
            assertThat(page.locator(".found").nth(2)).isVisible();
            pictures.take(page, "search", page.locator(".ant-select-dropdown:visible"));
            page.keyboard().press("Escape");
            page.locator(".search input").clear();
            assertThat(page.locator(".ant-select-dropdown:visible")).hasCount(0);
            goes("/customers");
            page.locator(".filters .ant-btn").first().click();
            assertThat(page.locator(".filter-panel")).isVisible();
            pictures.take(page, "filter", main);
        }

        void readsAFile() {
            goes("/customers/" + number());
            pictures.take(page, "file", main);
            page.locator(".values .dot").first().click();
            assertThat(page.locator(".story")).isVisible();
            pictures.take(page, "provenance", page.locator(".ant-popover:visible"));
            page.keyboard().press("Escape");
        }

        void opensAGroup() {
            goes("/customers/" + group() + "/groups/company");
            pictures.take(page, "group", main);
        }

        void entersOne() {
            goes("/customers/new?type=individual");
            pictures.take(page, "form", main);
        }

        void importsARegister(Path register) {
            Person admin = office.admin();
            String upload = admin.upload(register).expect(201).json().path("id").asString("");
            goes("/imports/new?check=yes&name=" + register.getFileName() + "&upload=" + upload);
            assertThat(page.locator(".painted-refused").first()).isVisible();
            pictures.take(page, "check", sheet());
            String run = office.imported(admin, register, Map.of("type", "individual"))
                    .path("id")
                    .asString("");
            goes("/imports/" + run);
            assertThat(page.locator(".painted-refused").first()).isVisible();
            pictures.take(page, "mending", sheet());
            goes("/jobs");
            assertThat(page.locator("main tbody tr").first()).isVisible();
            pictures.take(page, "jobs", main);
        }

        void takesOut() {
            goes("/customers");
            page.locator(".page-actions .ant-btn").first().click();
            assertThat(dialog()).isVisible();
            pictures.take(page, "export", dialog());
            page.keyboard().press("Escape");
            assertThat(dialog()).isHidden();
        }

        void managesPeople() {
            goes("/settings/people");
            pictures.take(page, "people", main);
            goes("/settings/roles/customer_service");
            Locator rights = section(".field-rights");
            pictures.take(page, "role", rights);
        }

        void looksUpKeys() {
            goes("/customers");
            page.keyboard().press("?");
            assertThat(dialog()).isVisible();
            pictures.take(page, "keys", dialog());
            page.keyboard().press("Escape");
            assertThat(dialog()).isHidden();
        }

        /** Help is about the page one is on; its links stay in the guide. */
        void opensTheChapterOfThePage() {
            goes("/imports");
            page.keyboard().press("F1");
            Locator drawer = page.locator(".ant-drawer:visible");
            assertThat(drawer.locator("figure img").first()).isVisible();
            Browser.picture(page, "guide-" + words.language() + "-drawer");
            drawer.locator("a[href='/help/mending']").first().click();
            assertThat(page.locator("main figure img").first()).isVisible();
            assertThat(page.locator("main h1")).not().hasText("");
            Browser.picture(page, "guide-" + words.language() + "-chapter");
        }

        private Locator sheet() {
            return section(".painted-refused");
        }

        /** The section with this in it, moved up to below the bar at the top. */
        private Locator section(String inside) {
            Locator section =
                    page.locator("main .section").filter(new Locator.FilterOptions().setHas(page.locator(inside)));
            section.evaluate("part => part.scrollIntoView()");
            page.evaluate("() => scrollBy(0, -60)");
            return section;
        }

        private Locator dialog() {
            return page.locator(".ant-modal:visible");
        }

        private String number() {
            String name = Map.of("zh", "华", "es", "García", "en", "Smith").get(words.language());
            return number("type=individual&q=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
        }

        /** The one at the top of the demonstration's group of companies, Chinese or Spanish. */
        private String group() {
            return number("type=enterprise&f.annual_amount=" + (words.language().equals("zh") ? "8800000" : "3600000"));
        }

        private String number(String which) {
            return office.admin()
                    .get("/api/v1/customers?limit=1&sort=created&" + which)
                    .expect(200)
                    .json()
                    .path("items")
                    .path(0)
                    .path("number")
                    .asString("");
        }

        private void goes(String place) {
            WalkStoryTest.goes(page, place);
            page.evaluate("() => scrollTo(0, 0)");
        }
    }
}
