package io.clientela.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * The relation to a customer: moved on and back for a reason and asked for as of last quarter; a contact whose birthday comes up and
 * who leaves; customers without owner, claimed by the quicker of two, up to a limit, and given back.
 */
@Tag("languages")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelationStoryTest {

    private static final List<Integer> WIDTHS =
            Boolean.getBoolean("clientela.soak") ? List.of(1440, 1024, 390) : List.of(1440, 390);

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

    private Page signedIn(PageTexts texts, String name) {
        Page page = browser.window(texts.locale(), office.address());
        page.setViewportSize(1440, 900);
        page.getByLabel(texts.of("session.name")).fill(name);
        page.getByLabel(texts.of("session.password"), new Page.GetByLabelOptions().setExact(true))
                .fill(Office.PASSWORD);
        button(page, texts.of("session.signIn.act")).click();
        assertThat(page).hasURL(Pattern.compile(".*/customers.*"));
        return page;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aStageIsTakenBackForAReasonAndAskedForAsOfLastQuarter(PageTexts texts) throws SQLException {
        String user = "stage_" + texts.language();
        office.user(user, user, texts.language(), office.department(user, 0), "business_department");
        Person person = office.person(user).with("Accept-Language", texts.language());
        String number = entered(person, "individual", "阶段 Etapa", Map.of());
        Page page = signedIn(texts, user);
        page.navigate(office.address() + "/customers/" + number);

        button(page, texts.of("lifecycle.set")).click();
        moves(page, texts, item(person, "won"), "");
        assertThat(page.locator(".file-who")).containsText(item(person, "won"));
        page.locator(".stage-button").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        chooses(page, dialog, item(person, "prospect"));
        button(dialog, texts.of("kit.save")).click();
        assertThat(dialog).containsText(texts.of("lifecycle.reasonNeeded"));
        Browser.picture(page, "stage-" + texts.language() + "-reason-needed");
        dialog.getByRole(AriaRole.TEXTBOX).last().fill("合同未生效 sin efecto");
        button(dialog, texts.of("kit.save")).click();
        assertThat(dialog).isHidden();
        assertThat(page.locator(".file-who")).containsText(item(person, "prospect"));
        assertThat(page.locator(".timeline")).containsText("合同未生效 sin efecto");
        pictures(page, "stage-" + texts.language() + "-file");
        page.getByRole(AriaRole.TAB, named(texts.of("customers.file.history"))).click();
        assertThat(page.locator(".periods")).containsText(item(person, "won"));
        assertThat(page.locator(".entries")).containsText("合同未生效 sin efecto");
        pictures(page, "stage-" + texts.language() + "-history");

        // As if all this had happened half a year ago, and the customer been won all last quarter.
        sql(
                "update customer.period set from_at = from_at - interval '200 days', until_at = until_at - interval '1 hour'"
                        + " where file_id = (select file_id from customer.file where number = '" + number + "')");
        page.navigate(office.address() + "/customers?type=individual");
        button(page, texts.of("customers.list.filters")).first().click();
        Locator panel = page.locator(".filter-panel");
        // There are more fields than are shown at once.
        panel.getByRole(AriaRole.COMBOBOX).first().click();
        page.keyboard().type(label(person, "lifecycle_stage"));
        page.keyboard().press("Enter");
        picks(page, panel.getByRole(AriaRole.COMBOBOX).nth(1), texts.of("customers.filter.operator.was"));
        picks(page, panel.getByRole(AriaRole.COMBOBOX).nth(2), item(person, "won"));
        page.keyboard().press("Escape");
        button(panel, texts.of("lifecycle.lastQuarter")).click();
        Browser.picture(page, "stage-" + texts.language() + "-asked");
        button(panel, texts.of("customers.filter.apply")).click();
        assertThat(page.locator("main tr.opens")).hasCount(1);
        assertThat(page.locator("main tr.opens")).containsText("阶段 Etapa");
        pictures(page, "stage-" + texts.language() + "-as-of");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aContactsBirthdayComesUpUntilTheyLeave(PageTexts texts) {
        String user = "contact_" + texts.language();
        office.user(user, user, texts.language(), office.department(user, 0), "business_department");
        Person person = office.person(user);
        String number = entered(person, "enterprise", "联络 Contactos", Map.of());
        Page page = signedIn(texts, user);
        page.navigate(office.address() + "/customers/" + number);
        String day = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(5).toString();

        button(page, texts.of("people.add")).click();
        Locator form = page.locator(".contact-form");
        form.locator("[data-field=name] input").fill("欧阳雪");
        form.locator("[data-field=position] input").fill("采购经理");
        form.locator("[data-field=mobile] input").fill("13800138000");
        form.locator("[data-field=important_dates] input").first().fill("1985" + day.substring(4));
        form.locator("[data-field=important_dates] input").nth(1).fill("生日");
        pictures(page, "contact-" + texts.language() + "-form");
        button(form, texts.of("kit.save")).click();
        Locator card = page.locator("article.contact");
        assertThat(card).containsText("欧阳雪");
        assertThat(page.locator(".file-aside .coming")).containsText("生日");
        second(page, texts);
        pictures(page, "contact-" + texts.language() + "-cards");

        page.navigate(office.address() + "/customers");
        assertThat(page.locator(".coming-strip")).containsText("欧阳雪");
        page.locator(".coming-strip").click();
        assertThat(page.locator("main .coming li")).hasCount(1);
        assertThat(page.locator("main .coming li")).containsText("联络 Contactos");
        pictures(page, "contact-" + texts.language() + "-coming");

        page.navigate(office.address() + "/customers/" + number);
        button(page, texts.of("people.leaving", "name", "欧阳雪")).click();
        button(page.getByRole(AriaRole.DIALOG), texts.of("people.leave")).click();
        Locator former = page.locator(".contacts-former");
        assertThat(former).isVisible();
        former.locator("summary").first().click();
        assertThat(former.locator("article.contact")).containsText("欧阳雪");
        assertThat(page.locator(".file-aside .coming")).hasCount(0);
        pictures(page, "contact-" + texts.language() + "-left");
        page.navigate(office.address() + "/customers/coming");
        assertThat(page.locator("main .empty")).isVisible();
        JsonNode file = person.get("/api/v1/customers/" + number).expect(200).json();
        assertThat(file.path("lists").path("contacts")).hasSize(2);
    }

    private static void second(Page page, PageTexts texts) {
        button(page, texts.of("people.add")).click();
        Locator form = page.locator(".contact-form");
        form.locator("[data-field=name] input").fill("Carme Rey");
        form.locator("[data-field=reports_to] input").fill("欧阳雪");
        page.keyboard().press("Escape");
        button(form, texts.of("kit.save")).click();
        assertThat(page.locator(".branches li li")).containsText("Carme Rey");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theQuickerOfTwoClaimsUpToALimitAndGivesBack(PageTexts texts) {
        String one = "pool1_" + texts.language();
        String two = "pool2_" + texts.language();
        long department = office.department("Pool " + texts.language(), 0);
        office.user(one, one, texts.language(), department, "sales");
        office.user(two, two, texts.language(), department, "sales");
        // Neither of them: who gives a customer back waits before claiming it.
        String giver = "pool0_" + texts.language();
        office.user(giver, giver, texts.language(), department, "sales");
        Person first = office.person(giver);
        String wanted = pooled(first, "抢手 Codiciado");
        pooled(first, "另一位 Otro");
        office.admin()
                .put(
                        "/api/v1/settings/pool",
                        Map.of("values", Map.of("pool.per_day", "1"), "reason", "One a day, as the board wished"))
                .expect(200);
        Page quicker = signedIn(texts, one);
        Page slower = signedIn(texts, two);
        quicker.navigate(office.address() + "/pool");
        slower.navigate(office.address() + "/pool");
        assertThat(slower.locator("main tbody tr")).hasCount(2);
        pictures(quicker, "pool-" + texts.language() + "-list");

        String claim = texts.of("pool.claimOf", "name", "抢手 Codiciado");
        button(quicker, claim).click();
        assertThat(quicker.getByText(texts.of("pool.claimed", "name", "抢手 Codiciado")))
                .isVisible();
        button(slower, claim).click();
        assertThat(slower.locator(".ant-alert-error")).containsText("already_claimed");
        assertThat(slower.locator("main tbody tr")).hasCount(1);
        Browser.picture(slower, "pool-" + texts.language() + "-too-late");
        button(quicker, texts.of("pool.claimOf", "name", "另一位 Otro")).click();
        assertThat(quicker.locator(".ant-alert-error")).containsText("claim_daily_limit");
        Browser.picture(quicker, "pool-" + texts.language() + "-limit");

        quicker.navigate(office.address() + "/customers/" + wanted);
        button(quicker, texts.of("pool.giveBack")).first().click();
        Locator dialog = quicker.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.TEXTBOX).fill("太远 demasiado lejos");
        button(dialog, texts.of("pool.giveBack")).click();
        assertThat(quicker).hasURL(Pattern.compile(".*/customers$"));
        slower.navigate(office.address() + "/pool");
        button(slower, claim).click();
        assertThat(slower.getByText(texts.of("pool.claimed", "name", "抢手 Codiciado")))
                .isVisible();
        slower.navigate(office.address() + "/customers/" + wanted + "?tab=history");
        assertThat(slower.locator(".entries")).containsText("太远 demasiado lejos");
        assertThat(slower.locator(".entries")).containsText(texts.of("kit.source.claim"));
        pictures(slower, "pool-" + texts.language() + "-history");
    }

    private String pooled(Person owner, String name) {
        String number = entered(owner, "individual", name, Map.of("mobile", "13800138000"));
        owner.post("/api/v1/customers/" + number + "/releases", Map.of("reason", "story"))
                .expect(200);
        return number;
    }

    private static String entered(Person person, String type, String name, Map<String, Object> more) {
        Map<String, Object> values = new java.util.HashMap<>(more);
        values.put("name", name);
        return person.post("/api/v1/customers", Map.of("type", type, "values", values))
                .expect(201)
                .json()
                .path("number")
                .asString("");
    }

    private static void moves(Page page, PageTexts texts, String stage, String reason) {
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        chooses(page, dialog, stage);
        if (!reason.isEmpty()) {
            dialog.getByRole(AriaRole.TEXTBOX).last().fill(reason);
        }
        button(dialog, texts.of("kit.save")).click();
        assertThat(dialog).isHidden();
    }

    /** The first choice there is. */
    private static void chooses(Page page, Locator within, String option) {
        picks(page, within.getByRole(AriaRole.COMBOBOX).first(), option);
    }

    private static void picks(Page page, Locator select, String option) {
        select.click();
        page.locator(".ant-select-dropdown:visible")
                .getByTitle(option, new Locator.GetByTitleOptions().setExact(true))
                .first()
                .click();
    }

    private static String item(Person person, String stage) {
        for (JsonNode item : person.get("/api/v1/code-lists/lifecycle_stage?limit=50")
                .expect(200)
                .json()
                .path("items")) {
            if (item.path("code").asString("").equals(stage)) {
                return item.path("label").asString("");
            }
        }
        throw new AssertionError("no stage " + stage);
    }

    private static String label(Person person, String field) {
        for (JsonNode one : person.get("/api/v1/catalogue").expect(200).json().path("fields")) {
            if (one.path("key").asString("").equals(field)) {
                return one.path("label").asString("");
            }
        }
        throw new AssertionError("no field " + field);
    }

    private void sql(String statement) throws SQLException {
        try (Connection database = office.database();
                Statement sql = database.createStatement()) {
            sql.executeUpdate(statement);
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static void pictures(Page page, String name) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            Browser.whole(page, name + "-" + width);
        }
        page.setViewportSize(1440, 900);
    }
}
