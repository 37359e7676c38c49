package io.clientela.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.clientela.acceptance.Parts.named;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Somebody enters a customer who is there already under traditional characters and another telephone, is warned and opens the other,
 * enters it all the same, sees the two beside each other, calls them the same and merges them, goes on working on the one customer,
 * and takes it apart again later: both are as they were, and nobody is asked about them again. And of four likely to be one, some are
 * said to be one, one to be another, and one is left for later. What a run finds is there when it ends.
 */
@Tag("languages")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DuplicateStoryTest {

    @TempDir
    private Path folder = Path.of("");

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
    void whoIsThereAlreadyIsSeenWhileTypingMergedWorkedOnAndTakenApart(PageTexts texts) {
        String user = "twice_" + texts.language();
        office.user(user, user, texts.language(), office.department(user, 0), "business_department");
        Person person = office.person(user);
        String first = entered(person, Map.of("name", "劉鳳英", "mobile", "13800138201", "birth_date", "1966-03-12"));
        Page page = signedIn(texts, user);

        page.navigate(office.address() + "/customers/new?type=individual");
        // As names are written.
        assertThat(page.locator(".form [data-field=family_name] + [data-field=given_name]"))
                .hasCount(texts.language().equals("zh") ? 1 : 0);
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

        page.locator(".form button[type=submit]").click();
        assertThat(page.locator("h1")).containsText("刘凤英");
        String second = page.url().replaceFirst("^.*/customers/([^?/]+).*$", "$1");
        String before = said(person, first);
        String beforeSecond = said(person, second);
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
        page.keyboard().press("1");
        assertThat(pair).hasCount(0);
        page.getByText(texts.of("duplicates.proposed"), new Page.GetByTextOptions().setExact(true))
                .click();
        pair.getByRole(AriaRole.BUTTON, named(texts.of("merge.act"))).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog.locator(".merge-table")).isVisible();
        Browser.picture(page, "duplicate-" + texts.language() + "-merge");
        dialog.getByRole(AriaRole.BUTTON, named(texts.of("merge.confirm"))).click();
        assertThat(dialog).isHidden();
        assertThat(pair).hasCount(0);

        page.navigate(office.address() + "/customers/" + second);
        assertThat(page.locator(".merged")).containsText(first);
        person.patch("/api/v1/customers/" + first, Map.of("values", Map.of("city", "杭州")))
                .expect(200);
        page.navigate(office.address() + "/customers/" + first);
        assertThat(page.locator("main").getByText("杭州").first()).isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(texts.of("merge.unmergeAct")))
                .first()
                .click();
        dialog.getByLabel(texts.of("merge.moveTo", "number", second)).check();
        dialog.getByRole(AriaRole.BUTTON, named(texts.of("merge.unmerge"))).click();
        assertThat(dialog).isHidden();
        assertThat(page.locator(".merged")).hasCount(0);
        assertEquals(before, said(person, first));
        person.patch("/api/v1/customers/" + second, Map.of("values", Map.of("city", "")))
                .expect(200);
        assertEquals(beforeSecond, said(person, second));

        // Whoever takes two apart has said that they are two.
        page.waitForTimeout(3_000);
        page.navigate(office.address() + "/duplicates");
        assertThat(page.locator(".empty")).isVisible();
        assertThat(pair).hasCount(0);
        page.close();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void severalThatMayBeOneStandBesideEachOtherAreSortedAndMergedAtOnce(PageTexts texts) {
        String language = texts.language();
        String user = "several_" + language;
        office.user(user, user, language, office.department(user, 0), "business_department");
        Person person = office.person(user);
        String first = copy(person, Map.of("city", "杭州"));
        String second = copy(person, Map.of("city", "杭州", "email", "wanqing@example.com"));
        String third = copy(person, Map.of("city", "杭州", "email", "shangguan@example.com"));
        String fourth = copy(person, Map.of("city", "宁波"));
        Page page = signedIn(texts, user);
        Locator group = page.locator("article.group");
        for (int i = 0; i < 20 && (group.count() == 0 || !group.textContent().contains(fourth)); i++) {
            page.navigate(office.address() + "/duplicates");
            page.waitForTimeout(700);
        }
        assertThat(group).hasCount(1);
        assertThat(page.locator("article.pair")).hasCount(1);
        assertThat(group.locator("thead th")).hasCount(5);
        assertThat(group.locator("td.group-odd"))
                .hasText(new String[] {"wanqing@example.com", "shangguan@example.com", "宁波"});
        group.getByLabel(texts.of("duplicates.group.pair")).click();
        Parts.option(page, first + " ").click();
        assertThat(group.locator(".waterfall")).isVisible();
        pictures(page, "duplicate-" + language + "-group");
        assertEquals(List.of(), Axe.finds(page));

        // The third stays open, the last is somebody else.
        group.locator("thead").getByRole(AriaRole.CHECKBOX).nth(2).uncheck();
        page.locator("h1").click();
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("2");
        assertThat(group.locator("thead .group-out")).containsText(fourth);
        // Put back is neither ticked nor taken out, whether by key or by button.
        page.keyboard().press("2");
        assertThat(group.locator("thead .group-out")).hasCount(0);
        assertThat(group.locator("thead").getByRole(AriaRole.CHECKBOX).nth(3))
                .not()
                .isChecked();
        page.keyboard().press("2");
        assertThat(group.locator("thead .group-out")).containsText(fourth);
        pictures(page, "duplicate-" + language + "-group-sorted");
        page.keyboard().press("1");
        assertThat(page.locator("article.pair:not(.group)")).hasCount(1);
        assertThat(group).hasCount(1);
        assertThat(group.locator("thead th")).hasCount(4);
        // The keys are meant for ticked pairs, though a group is looked at.
        assertThat(group.locator(".group-keys")).isVisible();
        Locator tick = page.locator("article.pair:not(.group)").getByRole(AriaRole.CHECKBOX);
        tick.check();
        assertThat(group.locator(".group-keys")).hasCount(0);
        tick.uncheck();

        group.getByRole(AriaRole.BUTTON, named(texts.of("duplicates.group.oneMerge")))
                .click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog.locator(".merge-table thead th")).hasCount(5);
        pictures(page, "duplicate-" + language + "-group-merge");
        dialog.getByRole(AriaRole.BUTTON, named(texts.of("merge.confirm"))).click();
        assertThat(dialog).isHidden();
        assertThat(group).hasCount(0);
        page.navigate(office.address() + "/customers/" + third);
        assertThat(page.locator(".merged")).containsText(first + " · " + second + " · " + third);
        page.close();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whatARunFindsIsThereWhenItEndsAndSeveralProposalsAreMergedAtOnce(PageTexts texts) {
        String language = texts.language();
        String user = "run_" + language;
        office.user(user, user, language, office.department(user, 0), "business_department", "data_administrator");
        Person person = office.person(user);
        Page page = signedIn(texts, user);
        page.navigate(office.address() + "/duplicates");
        Locator cases = page.locator("article.pair")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("司马长风|端木青云")));
        assertThat(page.locator(".run-bar button").first()).isVisible();
        assertThat(cases).hasCount(0);
        String[] numbers = new String[4];
        for (int i = 0; i < 4; i++) {
            numbers[i] = entered(
                    person,
                    Map.of(
                            "name", i < 2 ? "司马长风" : "端木青云",
                            "mobile", i < 2 ? "13800138401" : "13800138402",
                            "birth_date", "1981-0" + (1 + i / 2) + "-11"));
        }
        page.locator(".run-bar button").first().click();
        // Nobody has asked for the page again.
        assertThat(cases).hasCount(2);
        page.setViewportSize(1024, 420);
        page.locator("h1").click();
        for (int i = 0; i < 20 && !isWithin(page, cases.last()); i++) {
            page.keyboard().press("ArrowDown");
            page.waitForTimeout(500);
        }
        assertTrue(isWithin(page, cases.last()));
        page.setViewportSize(1440, 900);

        // Said by mistake, and taken back where one is told so.
        cases.first()
                .getByRole(AriaRole.BUTTON, named(texts.of("duplicates.different")))
                .click();
        assertThat(cases).hasCount(1);
        Browser.picture(page, "duplicate-" + language + "-said");
        page.locator(".ant-message").getByRole(AriaRole.BUTTON).click();
        assertThat(cases).hasCount(2);
        cases.first().getByRole(AriaRole.CHECKBOX).check();
        cases.last().getByRole(AriaRole.CHECKBOX).check();
        page.locator(".pair-many button").first().click();
        assertThat(cases).hasCount(0);
        page.getByText(texts.of("duplicates.proposed"), new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(cases).hasCount(2);
        cases.first().getByRole(AriaRole.CHECKBOX).check();
        cases.last().getByRole(AriaRole.CHECKBOX).check();
        pictures(page, "duplicate-" + language + "-proposals");
        page.locator(".pair-many button").click();
        assertThat(cases).hasCount(0);
        for (int i = 0; i < 4; i += 2) {
            assertEquals(
                    numbers[i],
                    person.get("/api/v1/customers/" + numbers[i + 1])
                            .expect(200)
                            .json()
                            .path("number")
                            .asString(""));
        }
        page.close();
    }

    /** Whether it is looked at, and its head is in view. */
    private static boolean isWithin(Page page, Locator one) {
        return Boolean.TRUE.equals(one.evaluate("part => part.classList.contains('pair-current')"
                + " && part.getBoundingClientRect().top >= 0 && part.getBoundingClientRect().top < innerHeight - 40"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theCheckOfAFileSaysFirstWhoMayBeThereAlready(PageTexts texts) throws IOException {
        String language = texts.language();
        String user = "check_" + language;
        office.user(user, user, language, office.department(user, 0), "data_administrator");
        Person person = office.person(user);
        entered(person, Map.of("name", "诸葛静怡", "mobile", "13800138501", "birth_date", "1990-02-03"));
        Path file = Files.writeString(
                folder.resolve("check-" + language + ".csv"),
                "姓名,手机,出生日期\n諸葛靜怡,13800138501,1990-02-03\n夏侯敬亭,13800138502,1991-04-05\n夏侯敬亭,13800138502,1991-04-05\n");
        String upload = person.upload(file).expect(201).json().path("id").asString("");
        Page page = signedIn(texts, user);
        page.navigate(office.address() + "/imports/new?check=yes&name=" + file.getFileName() + "&upload=" + upload);
        Locator likely = page.locator(".found-likely");
        assertThat(likely.locator("button")).hasCount(2);
        Browser.picture(page, "duplicate-" + language + "-check");
        likely.locator("button").first().click();
        assertThat(page.locator(".painted-warning").first()).isVisible();
        page.close();
    }

    private static String copy(Person person, Map<String, Object> values) {
        Map<String, Object> all =
                new HashMap<>(Map.of("name", "上官婉清", "mobile", "13800138301", "birth_date", "1979-08-15"));
        all.putAll(values);
        return entered(person, all);
    }

    private static void pictures(Page page, String name) {
        for (int width : List.of(1440, 1024, 390)) {
            page.setViewportSize(width, 900);
            page.waitForTimeout(250);
            Browser.picture(page, name + "-" + width);
        }
        page.setViewportSize(1440, 900);
    }

    private static String said(Person person, String number) {
        return person.get("/api/v1/customers/" + number)
                .expect(200)
                .json()
                .path("values")
                .toString();
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
