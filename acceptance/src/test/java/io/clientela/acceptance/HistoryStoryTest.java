package io.clientela.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Somebody asks of a value where it comes from and what stood there before, looks at the file as it was before a change, takes one
 * change back, and types at the same time as a colleague.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryStoryTest {

    private static final List<Integer> WIDTHS = List.of(1440, 1024, 390);

    private final Office office = Office.open();
    private final Browser browser = Browser.open();

    @AfterAll
    void close() {
        browser.close();
        office.close();
    }

    /** What the page calls things in one language, and who works there. */
    private record Words(
            String user,
            String name,
            String colleague,
            String colleagueName,
            String phoneDot,
            String contactDot,
            String city,
            String position,
            String contactName,
            String add,
            String before,
            String backToNow,
            String today,
            String takeBack,
            String reason,
            String takenBack,
            String notYet,
            String theirs,
            String mine,
            String narrowField,
            String contacts) {}

    private static final Words CHINESE = new Words(
            "lin",
            "林静",
            "qian",
            "钱磊",
            "固定电话的来历：未核验",
            "联系人 · 欧阳雪的来历：未核验",
            "城市",
            "职务",
            "联系人姓名",
            "添加：联系人",
            "更改前的资料",
            "回到现在",
            "现在：",
            "撤回此更改",
            "撤回理由",
            "已撤回",
            "那时还没有这位客户",
            "采用对方的",
            "保留我的",
            "字段",
            "联系人");

    private static final Words SPANISH = new Words(
            "nuria",
            "Nuria Vidal",
            "iker",
            "Iker Sanz",
            "Procedencia de Teléfono: Sin verificar",
            "Procedencia de Personas de contacto · 欧阳雪: Sin verificar",
            "Población",
            "Cargo",
            "Nombre del contacto",
            "Añadir: Personas de contacto",
            "Antes de este cambio",
            "Volver al presente",
            "Hoy:",
            "Deshacer este cambio",
            "Motivo",
            "Cambio deshecho",
            "Este cliente aún no existía",
            "Usar lo de la otra persona",
            "Dejar lo mío",
            "Campo",
            "Personas de contacto");

    @ParameterizedTest
    @CsvSource({"zh-CN, zh", "es-ES, es"})
    void asksTheFileAboutItsPast(String locale, String language) {
        Words words = "zh".equals(language) ? CHINESE : SPANISH;
        PageWords page = "zh".equals(language) ? PageWords.chinese() : PageWords.spanish();
        long department = office.department(words.name(), 0);
        office.user(words.user(), words.name(), language, department, "business_department");
        office.user(words.colleague(), words.colleagueName(), language, department, "business_department");
        Person own = office.person(words.user());
        Person other = office.person(words.colleague());
        String number = past(own, other);

        Page window = browser.window(locale, office.address());
        Worker worker = new Worker(window, page, "history-" + language);
        worker.signsIn(words.user());
        Story story = new Story(window, words, page, language, office.address() + "/customers/" + number);
        story.asksWhereAValueComesFrom();
        story.readsTheHistory();
        story.looksAtTheFileBeforeAChange();
        story.takesOneChangeBack();
        assertThat(text(own, number, "city")).isEqualTo("Vigo");
        assertThat(text(own, number, "phone")).contains("986 77 88 99");
        story.typesWhileAColleagueDoes(() -> {
            JsonNode file = file(other, number);
            long contact = contact(file, "欧阳雪");
            other.patch(
                            "/api/v1/customers/" + number,
                            Map.of(
                                    "values",
                                    Map.of("city", "Ourense"),
                                    "lists",
                                    Map.of(
                                            "contacts",
                                            Map.of(
                                                    "set",
                                                    List.of(
                                                            Map.of("id", contact, "values", Map.of("position", "CFO")),
                                                            Map.of("values", Map.of("name", "Pablo Otero")))))))
                    .expect(200);
        });
        JsonNode after = file(own, number);
        assertThat(after.path("values").path("city").path("text").asString("")).isEqualTo("Lugo");
        assertThat(after.path("lists").path("contacts"))
                .extracting(contact ->
                        contact.path("values").path("name").path("text").asString(""))
                .containsExactlyInAnyOrder("欧阳雪", "Pablo Otero", "Carme Rey");
        assertThat(after.path("lists").path("contacts"))
                .filteredOn(contact -> contact.path("id").asLong() == contact(after, "欧阳雪"))
                .extracting(contact ->
                        contact.path("values").path("position").path("text").asString(""))
                .containsExactly("CFO");
    }

    /** A file with something of a past: a phone typed in another form, a contact who rose, two people. */
    private static String past(Person own, Person other) {
        String number = own.post(
                        "/api/v1/customers",
                        Map.of(
                                "type",
                                "enterprise",
                                "values",
                                Map.of(
                                        "name",
                                        "Conservas Rías 有限公司",
                                        "region",
                                        "ES-PO",
                                        "city",
                                        "Vigo",
                                        "phone",
                                        "986.11.22.33"),
                                "lists",
                                Map.of(
                                        "contacts",
                                        Map.of(
                                                "set",
                                                List.of(Map.of("values", Map.of("name", "欧阳雪", "position", "采购员")))))))
                .expect(201)
                .json()
                .path("number")
                .asString("");
        long contact = contact(file(own, number), "欧阳雪");
        other.patch(
                        "/api/v1/customers/" + number,
                        Map.of(
                                "values",
                                Map.of("phone", "986 44 55 66"),
                                "lists",
                                Map.of(
                                        "contacts",
                                        Map.of(
                                                "set",
                                                List.of(Map.of("id", contact, "values", Map.of("position", "采购经理"))))),
                                "reason",
                                "来电更正 / lo corrigió por teléfono"))
                .expect(200);
        own.patch("/api/v1/customers/" + number, Map.of("values", Map.of("phone", "986-77-88-99")))
                .expect(200);
        other.patch(
                        "/api/v1/customers/" + number,
                        Map.of(
                                "values",
                                Map.of("city", "Pontevedra", "remarks", "Prefiere llamadas por la mañana 上午联系")))
                .expect(200);
        return number;
    }

    private static JsonNode file(Person person, String number) {
        return person.get("/api/v1/customers/" + number).expect(200).json();
    }

    private static long contact(JsonNode file, String name) {
        for (JsonNode contact : file.path("lists").path("contacts")) {
            if (contact.path("values").path("name").path("text").asString("").equals(name)) {
                return contact.path("id").asLong();
            }
        }
        throw new AssertionError(name);
    }

    private static String text(Person person, String number, String key) {
        return file(person, number).path("values").path(key).path("text").asString("");
    }

    /** One person at one window. */
    private record Story(Page page, Words words, PageWords common, String language, String address) {

        void asksWhereAValueComesFrom() {
            page.navigate(address);
            assertThat(button(words.phoneDot())).isVisible();
            // By keyboard, as somebody does who has no mouse.
            button(words.phoneDot()).focus();
            page.keyboard().press("Enter");
            Locator told = page.getByRole(AriaRole.DIALOG);
            assertThat(told).containsText("986-77-88-99");
            assertThat(told.locator(".story-values > li")).hasCount(3);
            assertThat(told.locator(".story-values > li").nth(2)).containsText("986 11 22 33");
            Browser.picture(page, "history-" + language + "-value-1440");
            page.keyboard().press("Escape");
            assertThat(told).hasCount(0);
            assertThat(button(words.phoneDot())).isFocused();
            for (int width : List.of(1024, 390)) {
                page.setViewportSize(width, 900);
                button(words.phoneDot()).click();
                assertThat(page.locator(".story-values > li").first()).isVisible();
                picture("value", width);
                page.keyboard().press("Escape");
                assertThat(page.locator(".story-values")).hasCount(0);
            }
            page.setViewportSize(1440, 900);
            button(words.contactDot()).click();
            assertThat(page.locator(".story-values > li").first()).containsText("采购经理");
            picture("item", 1440);
            page.keyboard().press("Escape");
        }

        void readsTheHistory() {
            page.navigate(address);
            page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(common.history()))
                    .click();
            assertThat(page.locator(".entries > li")).hasCount(4);
            assertThat(page.locator(".entries > li").nth(2)).containsText("采购员");
            pictures("read");
            page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(words.narrowField()))
                    .click();
            page.keyboard().type(words.contacts());
            page.keyboard().press("Enter");
            assertThat(page.locator(".entries > li")).hasCount(2);
            picture("narrowed", 1440);
        }

        void looksAtTheFileBeforeAChange() {
            page.navigate(address + "?tab=history");
            page.locator(".entries > li").first().getByText(words.before()).click();
            assertThat(page.locator(".past-banner")).isVisible();
            assertThat(page.locator(".differs").first()).containsText("Vigo");
            assertThat(page.getByText(words.today() + " Pontevedra")
                            .or(page.getByText(words.today() + "Pontevedra"))
                            .first())
                    .isVisible();
            assertThat(page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName(common.edit()).setExact(true)))
                    .hasCount(0);
            pictures("past");
            page.navigate(address + "?asOf=1");
            assertThat(page.locator(".item-value.differs").first()).containsText("采购员");
            picture("past-first", 1440);
            page.navigate(address + "?asOf=2001-01-01T00:00:00Z");
            assertThat(page.getByText(words.notYet())).isVisible();
            pictures("past-not-yet");
            button(words.backToNow()).click();
            assertThat(button(common.edit())).isVisible();
            assertThat(page.locator(".past-banner")).hasCount(0);
        }

        void takesOneChangeBack() {
            page.navigate(address + "?tab=history");
            page.locator(".entries > li").first().getByText(words.takeBack()).click();
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            assertThat(dialog).containsText("Vigo");
            dialog.getByLabel(words.reason()).fill("录错了客户 / era para otro cliente");
            pictures("undo-asked");
            dialog.getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions()
                                    .setName(words.takeBack())
                                    .setExact(true))
                    .click();
            assertThat(page.getByText(words.takenBack(), new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            assertThat(page.locator(".entries > li")).hasCount(5);
            assertThat(page.locator(".entry-undone")).hasCount(1);
            page.waitForTimeout(3500);
            pictures("undo-done");
            // The phone was set again since, the contact not: part of it stays, and is said so.
            page.locator(".entries > li").nth(3).getByText(words.takeBack()).click();
            assertThat(dialog).containsText(words.name());
            picture("undo-partly", 1440);
            page.keyboard().press("Escape");
        }

        void typesWhileAColleagueDoes(Runnable colleague) {
            page.navigate(address);
            button(common.edit()).click();
            Locator form = page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName(common.form()));
            form.getByLabel(words.city(), exactly()).fill("Lugo");
            form.getByLabel(words.position(), exactly()).first().fill("采购总监");
            form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words.add()))
                    .click();
            form.getByLabel(words.contactName(), exactly()).last().fill("Carme Rey");
            colleague.run();
            button(common.save()).click();
            Locator notice = page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("Ourense"));
            assertThat(notice).containsText(words.colleagueName());
            assertThat(notice).containsText("采购总监");
            assertThat(notice).containsText("Pablo Otero");
            pictures("conflict");
            Locator city = notice.locator(".meanwhile").filter(new Locator.FilterOptions().setHasText("Ourense"));
            Locator position = notice.locator(".meanwhile").filter(new Locator.FilterOptions().setHasText("CFO"));
            city.getByText(words.mine()).click();
            // Nothing is saved while something is undecided.
            button(common.save()).click();
            assertThat(form).isVisible();
            position.getByText(words.theirs()).click();
            assertThat(form.getByLabel(words.contactName(), exactly()).last()).hasValue("Carme Rey");
            picture("conflict-decided", 1440);
            button(common.save()).click();
            assertThat(form).hasCount(0);
            assertThat(page.getByText("Carme Rey")).isVisible();
            pictures("conflict-saved");
        }

        private Locator button(String name) {
            return page.getByRole(
                    AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
        }

        private static Locator.GetByLabelOptions exactly() {
            return new Locator.GetByLabelOptions().setExact(true);
        }

        private void pictures(String what) {
            WIDTHS.forEach(width -> picture(what, width));
            page.setViewportSize(1440, 900);
        }

        private void picture(String what, int width) {
            page.setViewportSize(width, 900);
            page.waitForTimeout(500);
            Browser.picture(page, "history-" + language + "-" + what + "-" + width);
        }
    }
}
