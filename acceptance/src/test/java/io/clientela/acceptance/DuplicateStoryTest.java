package io.clientela.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Somebody types a customer who is there already under traditional characters and another telephone, is warned and opens the other;
 * one that was entered all the same is looked at beside it and called different, then the same.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DuplicateStoryTest {

    private final Office office = Office.open();
    private final Browser browser = Browser.open();

    @AfterAll
    void close() {
        browser.close();
        office.close();
    }

    static List<PageTexts> languages() {
        return Stream.of("zh", "en", "es")
                .filter(language -> language.equals("zh") || Boolean.getBoolean("clientela.soak"))
                .map(PageTexts::new)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whoIsThereAlreadyIsSeenWhileTypingAndLookedAtBesideTheOther(PageTexts texts) {
        String user = "twice_" + texts.language();
        office.user(user, user, texts.language(), office.department(user, 0), "business_department");
        Person person = office.person(user);
        String first = entered(person, Map.of("name", "劉鳳英", "mobile", "13800138201", "birth_date", "1966-03-12"));
        Page page = signedIn(texts, user);

        page.navigate(office.address() + "/customers/new?type=individual");
        page.locator(".form [data-field=name] input").fill("刘凤英");
        page.locator(".form [data-field=mobile] input").fill("13900139201");
        Locator born = page.locator(".form [data-field=birth_date] input").first();
        born.fill("1966-03-12");
        born.press("Tab");
        Locator maybe = page.locator(".maybe");
        assertThat(maybe).containsText(first);
        assertThat(maybe).containsText("劉鳳英");
        Browser.picture(page, "duplicate-" + texts.language() + "-maybe");
        maybe.getByRole(AriaRole.LINK).first().click();
        assertThat(page).hasURL(Pattern.compile(".*/customers/" + first));
        page.goBack();
        // What was typed is still there.
        assertThat(page.locator(".form [data-field=mobile] input")).hasValue("13900139201");

        String second = entered(person, Map.of("name", "刘凤英", "mobile", "13900139201", "birth_date", "1966-03-12"));
        Locator pair = page.locator("article.pair");
        for (int i = 0; i < 20 && pair.count() == 0; i++) {
            page.navigate(office.address() + "/duplicates");
            page.waitForTimeout(700);
        }
        assertThat(pair).hasCount(1);
        assertThat(pair).containsText(first);
        assertThat(pair).containsText(second);
        Browser.picture(page, "duplicate-" + texts.language() + "-pair");
        page.setViewportSize(390, 844);
        Browser.picture(page, "duplicate-" + texts.language() + "-pair-390");
        page.setViewportSize(1440, 900);
        page.keyboard().press("1");
        assertThat(pair).hasCount(0);
        page.getByText(texts.of("duplicates.proposed"), new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(pair).hasCount(1);
        pair.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(texts.of("duplicates.takeBack")))
                .click();
        assertThat(pair).hasCount(0);
        page.getByText(texts.of("duplicates.waiting"), new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(pair).hasCount(1);
        page.keyboard().press("2");
        assertThat(pair).hasCount(0);
        page.close();
    }

    private static String entered(Person person, Map<String, Object> values) {
        return person.post("/api/v1/customers", Map.of("type", "individual", "values", values))
                .expect(201)
                .json()
                .path("number")
                .asString("");
    }

    private Page signedIn(PageTexts texts, String name) {
        Page page = browser.window(texts.locale(), office.address());
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        page.setViewportSize(1440, 900);
        page.getByLabel(texts.of("session.name")).fill(name);
        page.getByLabel(texts.of("session.password"), new Page.GetByLabelOptions().setExact(true))
                .fill(Office.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(texts.of("session.signIn.act")))
                .click();
        assertThat(page).hasURL(Pattern.compile(".*/customers.*"));
        return page;
    }
}
