package io.clientela.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.clientela.acceptance.Parts.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** An administrator writes a rule and sees whom it would tag; it tags them, follows their changes, and is switched off again. */
@Tag("languages")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TagRuleStoryTest {

    private final Office office = Office.shared();
    private final Browser browser = Browser.open();

    @AfterAll
    void close() {
        browser.close();
    }

    static List<Texts> languages() {
        return Texts.of("zh");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void tagsWhoFitsAndFollowsThem(Texts texts) {
        String language = texts.language();
        String city = "Tagville-" + language;
        String tag = "local-" + language;
        long department = office.department("Tags 标签 " + language, 0);
        String name = "tagger_" + language;
        office.user(name, "严标签 " + language, language, department, "administrator");
        Person person = office.person(name);
        String first = created(person, "王本地 " + language, city);
        String second = created(person, "李外地 " + language, "Elsewhere");

        Page page = browser.window(texts.locale(), office.address());
        page.setViewportSize(1440, 900);
        page.getByLabel(texts.text("session.name")).fill(name);
        page.locator("input[type=password]").fill(Office.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.locator("main .opens, main .empty").first()).isVisible();
        page.navigate(office.address() + "/settings/tag-rules");
        button(page, texts.text("catalogue.tags.add")).first().click();
        Locator drawer = page.getByRole(AriaRole.DIALOG);
        drawer.locator(".texts-more").click();
        drawer.locator(".texts input[lang=zh]").fill("本地客户");
        drawer.locator(".texts input[lang=en]").fill("Local customers");
        drawer.locator(".texts input[lang=es]").fill("Clientes locales");
        drawer.locator(".ant-select-multiple").first().click();
        page.keyboard().type(tag);
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        Locator line = drawer.locator(".where-line").first();
        line.getByRole(AriaRole.COMBOBOX).first().click();
        page.keyboard().type(label(person, language, "city"));
        page.keyboard().press("Enter");
        line.getByRole(AriaRole.TEXTBOX).last().fill(city);
        assertThat(drawer.locator(".tag-preview li")).hasCount(1);
        assertThat(drawer.locator(".tag-preview")).containsText("王本地");
        pictures(page, "tag-rule-" + language + "-drawer");
        drawer.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions()
                                .setName(texts.text("kit.save"))
                                .setExact(true))
                .click();
        Locator rule = page.locator(".tag-line").filter(new Locator.FilterOptions().setHasText(tag));
        assertThat(rule).containsText(city);
        awaitTags(person, first, tag);
        assertThat(page.locator(".tag-run .work")).hasCount(0);
        pictures(page, "tag-rule-" + language + "-list");

        page.navigate(office.address() + "/customers/" + first);
        assertThat(page.locator("main").getByText(tag).first()).isVisible();
        Browser.picture(page, "tag-rule-" + language + "-file");

        // Whoever moves there is tagged without anybody running anything, and who moves away isn't any more.
        person.patch("/api/v1/customers/" + second, Map.of("values", Map.of("city", city)))
                .expect(200);
        person.patch("/api/v1/customers/" + first, Map.of("values", Map.of("city", "Elsewhere")))
                .expect(200);
        awaitTags(person, second, tag);
        awaitTags(person, first, "");
        assertThat(person.patch("/api/v1/customers/" + first, Map.of("values", Map.of("rule_tags", List.of(tag))))
                        .text())
                .contains("field_not_writable");

        page.navigate(office.address() + "/settings/tag-rules");
        rule.getByRole(AriaRole.SWITCH).click();
        awaitTags(person, second, "");
    }

    private static String created(Person person, String name, String city) {
        return person.post(
                        "/api/v1/customers", Map.of("type", "individual", "values", Map.of("name", name, "city", city)))
                .expect(201)
                .json()
                .path("number")
                .asString("");
    }

    private static void awaitTags(Person person, String number, String tag) {
        long patience = System.nanoTime() + 30_000_000_000L;
        String tags = "?";
        while (!tags.equals(tag)) {
            assertThat(System.nanoTime()).as("%s has the tags %s", number, tags).isLessThan(patience);
            tags = person.get("/api/v1/customers/" + number)
                    .expect(200)
                    .json()
                    .path("values")
                    .path("rule_tags")
                    .path("text")
                    .asString("");
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    /** What a field is called stands with the server. */
    private static String label(Person person, String language, String key) {
        JsonNode fields = person.with("Accept-Language", language)
                .get("/api/v1/catalogue")
                .expect(200)
                .json()
                .path("fields");
        return fields.valueStream()
                .filter(field -> field.path("key").asString("").equals(key))
                .findFirst()
                .orElseThrow()
                .path("label")
                .asString("");
    }

    private static void pictures(Page page, String name) {
        for (int width : List.of(1440, 390)) {
            page.setViewportSize(width, 900);
            page.waitForTimeout(300);
            Browser.picture(page, name + "-" + width);
        }
        page.setViewportSize(1440, 900);
    }
}
