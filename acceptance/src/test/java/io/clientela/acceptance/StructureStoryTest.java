package io.clientela.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Customers who stand in a relation: a parent company and its subsidiaries, entered from either side, summed on their group's page;
 * father and son of one name, who are no duplicates once somebody says so.
 */
@Tag("languages")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StructureStoryTest {

    private static final List<Integer> WIDTHS =
            Boolean.getBoolean("clientela.soak") ? List.of(1440, 1024, 390) : List.of(1440, 390);

    /** How a field says that it must not be empty. */
    private static final Map<String, String> REQUIRED = Map.of("zh", "必填", "en", "required", "es", "obligatori");

    private final Office office = Office.open();
    private final Browser browser = Browser.open();

    @AfterAll
    void close() {
        browser.close();
        office.close();
    }

    static List<PageTexts> languages() {
        return Stream.of("zh", "en", "es")
                .filter(language -> language.equals("en") || Boolean.getBoolean("clientela.soak"))
                .map(PageTexts::new)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aGroupIsPutTogetherFromEitherSideAndSummed(PageTexts texts) {
        String user = "group_" + texts.language();
        Person person = person(texts, user);
        String parent = entered(person, "enterprise", "华东控股集团", Map.of("annual_amount", "1000000.50"));
        String subsidiary = entered(person, "enterprise", "华东冷链物流有限公司", Map.of("annual_amount", "250000"));
        String branch = entered(person, "enterprise", "华东冷链宁波分公司", Map.of());
        Page page = signedIn(texts, user);
        page.navigate(office.address() + "/customers/" + subsidiary);

        Locator section = section(page);
        assertThat(section).containsText(texts.of("structure.none.enterprise").substring(0, 6));
        button(section, texts.of("structure.add")).click();
        Locator form = page.locator(".contact-form");
        // Without the other one nothing is saved, and what was typed stays.
        picks(page, form.locator("[data-field=kind]").getByRole(AriaRole.COMBOBOX), label(person, "parent_company"));
        button(form, texts.of("kit.save")).click();
        assertThat(form.locator("[data-field=customer]")).containsText(REQUIRED.get(texts.language()));
        chooses(page, form, "华东控股", parent);
        form.locator("[data-field=share] input").fill("80");
        form.locator("[data-field=since_on] input[type=text]").fill("2019-04-01");
        pictures(page, "structure-" + texts.language() + "-form");
        button(form, texts.of("kit.save")).click();
        assertThat(form).hasCount(0);
        assertThat(section.locator(".relation")).containsText("华东控股集团");

        // From the other side: what is below it is entered in the file of the one above.
        button(section, texts.of("structure.add")).click();
        picks(page, form.locator("[data-field=kind]").getByRole(AriaRole.COMBOBOX), label(person, "branch"));
        chooses(page, form, "宁波", branch);
        button(form, texts.of("kit.save")).click();
        assertThat(section.locator(".relation")).hasCount(2);
        pictures(page, "structure-" + texts.language() + "-file");

        page.navigate(office.address() + "/customers/" + branch);
        assertThat(section.locator(".relation")).containsText("华东冷链物流有限公司");
        section.getByText(texts.of("structure.open.company")).click();
        assertThat(page).hasURL(Pattern.compile(".*/groups/company"));
        assertThat(page.locator("h1")).containsText("华东控股集团");
        assertThat(page.locator("main tbody tr")).hasCount(3);
        assertThat(page.locator(".counts")).containsText("250");
        assertThat(page.locator("main tbody tr").first())
                .containsText(".5".replace(".", texts.language().equals("es") ? "," : "."));
        pictures(page, "structure-" + texts.language() + "-group");
        assertThat(Axe.finds(page)).isEmpty();

        // Changed and taken away from the side on which it doesn't stand.
        page.navigate(office.address() + "/customers/" + parent);
        button(section, Pattern.compile(texts.of("structure.edit", "about", ".*")))
                .click();
        form.locator("[data-field=share] input").fill("51");
        button(form, texts.of("kit.save")).click();
        assertThat(section.locator(".relation")).containsText("51");
        button(section, Pattern.compile(texts.of("structure.remove", "about", ".*")))
                .click();
        assertThat(section.locator(".relation")).hasCount(0);
        page.navigate(office.address() + "/customers/" + subsidiary);
        assertThat(section.locator(".relation")).hasCount(1);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void fatherAndSonOfOneNameAreNoDuplicatesOnceSomebodySaysSo(PageTexts texts) {
        String user = "home_" + texts.language();
        Person person = person(texts, user);
        // Each language has a family of its own, or they would be taken for one another.
        int nth = List.of("zh", "en", "es").indexOf(texts.language());
        String name =
                List.of("潘德林", "Harold Whitcombe", "Eusebio Larrañaga Otaola").get(nth);
        Map<String, Object> same = Map.of(
                "mobile",
                "1381111000" + nth,
                "address",
                List.of("解放路 8 号 3 单元 502", "12 Mill Lane", "Calle de la Ronda 7, 3.º B")
                        .get(nth),
                "city",
                List.of("无锡", "Leeds", "Bilbao").get(nth));
        String father = entered(person, "individual", name, same);
        String son = entered(person, "individual", name, same);
        Page page = signedIn(texts, user);
        Locator pair = page.locator("article.pair").filter(new Locator.FilterOptions().setHasText(son));
        for (int i = 0; i < 20 && pair.count() == 0; i++) {
            page.navigate(office.address() + "/duplicates");
            page.waitForTimeout(700);
        }
        assertThat(pair).hasCount(1);

        page.navigate(office.address() + "/customers/" + father);
        Locator section = section(page);
        button(section, texts.of("structure.add")).click();
        Locator form = page.locator(".contact-form");
        picks(page, form.locator("[data-field=kind]").getByRole(AriaRole.COMBOBOX), label(person, "household_member"));
        chooses(page, form, son, son);
        form.locator("[data-field=role] input").fill("儿子 hijo");
        button(form, texts.of("kit.save")).click();
        assertThat(page.locator(".file-aside")).containsText("儿子 hijo");
        pictures(page, "structure-" + texts.language() + "-household");
        section.getByText(texts.of("structure.open.household")).click();
        assertThat(page.locator("main tbody tr")).hasCount(2);
        pictures(page, "structure-" + texts.language() + "-household-page");

        for (int i = 0; i < 20; i++) {
            page.navigate(office.address() + "/duplicates");
            page.waitForTimeout(700);
            if (pair.count() == 0) {
                break;
            }
        }
        assertThat(pair).hasCount(0);
        // Who merges them all the same is told.
        page.navigate(office.address() + "/customers/" + son);
        button(page.locator("main"), texts.of("merge.act")).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.locator(".merge-find input").fill(father);
        page.locator(".ant-select-dropdown:visible .ant-select-item-option")
                .first()
                .click();
        assertThat(dialog.locator(".ant-alert-warning")).containsText(father);
        Browser.picture(page, "structure-" + texts.language() + "-merge-warning");
        assertThat(person.get("/api/v1/duplicates/likely/" + son)
                        .expect(200)
                        .json()
                        .path("items")
                        .toString())
                .doesNotContain(father);
    }

    private Person person(PageTexts texts, String name) {
        office.user(
                name, name, texts.language(), office.department(name, 0), "business_department", "data_administrator");
        return office.person(name).with("Accept-Language", texts.language());
    }

    private Page signedIn(PageTexts texts, String name) {
        Page page = browser.window(texts.locale(), office.address());
        page.setViewportSize(1440, 900);
        page.getByLabel(texts.of("session.name")).fill(name);
        page.getByLabel(texts.of("session.password"), new Page.GetByLabelOptions().setExact(true))
                .fill(Office.PASSWORD);
        button(page.locator("body"), texts.of("session.signIn.act")).click();
        assertThat(page).hasURL(Pattern.compile(".*/customers.*"));
        return page;
    }

    /** The section of relations on the open file. */
    private static Locator section(Page page) {
        return page.locator(".file-main .section")
                .filter(new Locator.FilterOptions().setHas(page.locator(".relations")));
    }

    private static String entered(Person person, String type, String name, Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(more);
        values.put("name", name);
        return person.post("/api/v1/customers", Map.of("type", type, "values", values))
                .expect(201)
                .json()
                .path("number")
                .asString("");
    }

    private static String label(Person person, String kind) {
        for (String type : List.of("individual", "enterprise")) {
            for (var item : person.get("/api/v1/relation-kinds?type=" + type)
                    .expect(200)
                    .json()
                    .path("items")) {
                if (item.path("code").asString("").equals(kind)) {
                    return item.path("label").asString("");
                }
            }
        }
        throw new AssertionError(kind);
    }

    /** Finds the other by some words and takes the one with this number. */
    private static void chooses(Page page, Locator form, String words, String number) {
        form.locator("[data-field=customer] input").fill(words);
        Locator hit = page.locator(".ant-select-dropdown:visible .ant-select-item-option")
                .filter(new Locator.FilterOptions().setHasText(number));
        if (!words.equals(number)) {
            hit.click();
        }
        assertThat(form.locator("[data-field=customer] .said[role=status]")).isVisible();
    }

    private static void picks(Page page, Locator select, String option) {
        select.click();
        page.keyboard().type(option);
        page.keyboard().press("Enter");
    }

    private static void pictures(Page page, String name) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            Browser.picture(page, name + (width == 1440 ? "" : "-" + width));
        }
        page.setViewportSize(1440, 900);
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private static Locator button(Locator within, Pattern name) {
        return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .first();
    }
}
