package io.clientela.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
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
 * Somebody joins conditions, keeps the list for the colleagues, gives all its customers to one of them with a tag, and takes that
 * back after one was edited; a colleague opens the list, and finds a contact person from anywhere.
 */
@Tag("languages")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListStoryTest {

    private static final boolean SOAK = Boolean.getBoolean("clientela.soak");
    private static final int FILES = 12;

    private final Office office = Office.shared();
    private final Browser browser = Browser.open();

    @AfterAll
    void close() {
        browser.close();
    }

    static Stream<Words> languages() {
        return SOAK ? Stream.of(Words.chinese(), Words.english(), Words.spanish()) : Stream.of(Words.chinese());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void changesWhatTheListShowsAndTakesItBack(Words words) {
        String language = words.page().language();
        String maker = "lists-maker-" + language;
        String heir = "lists-heir-" + language;
        long department = office.department(words.department(), 0);
        office.user(maker, words.maker(), language, department, "business_department");
        office.user(heir, words.heir(), language, department, "business_department");
        Person person = office.person(maker);
        List<String> teachers = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            String occupation = i % 3 == 0 ? words.doctor() : i % 3 == 1 ? words.teacher() : words.driver();
            String number = created(
                    person,
                    Map.of("name", words.name() + (char) ('A' + i), "city", words.city(), "occupation", occupation));
            if (i % 3 != 2) {
                teachers.add(number);
            }
        }
        created(person, Map.of("name", words.name() + "Z", "city", words.elsewhere(), "occupation", words.teacher()));

        Page page = browser.window(words.page().locale(), office.address());
        page.setViewportSize(1440, 900);
        new Worker(page, words.page(), "lists-" + language).signsIn(maker);

        joins(page, words);
        Locator rows = page.locator("main tr.opens");
        assertThat(rows).hasCount(teachers.size());
        Browser.picture(page, "lists-" + language + "-joined");
        List<String> columns = movesColumns(page);
        keeps(page, words);
        Browser.picture(page, "lists-" + language + "-kept");

        String bulk = givesAll(page, words, teachers.size());
        assertThat(page.getByText(words.done()).first()).isVisible();
        Browser.picture(page, "lists-" + language + "-done");
        JsonNode given = file(person, teachers.getFirst());
        assertThat(given.path("owner").path("name").asString("")).isEqualTo(words.heir());
        assertThat(given.path("values").path("tags").path("text").asString("")).isEqualTo(words.tag());
        office.person(heir)
                .patch("/api/v1/customers/" + teachers.get(1), Map.of("values", Map.of("tags", List.of("other"))))
                .expect(200);

        page.getByRole(AriaRole.BUTTON, named(words.undo())).click();
        page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.TEXTBOX).fill("!");
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, within(words.undo()))
                .click();
        assertThat(page.getByRole(AriaRole.LINK, named(teachers.get(1)))).isVisible();
        for (int width : List.of(1440, 390)) {
            page.setViewportSize(width, 900);
            Browser.picture(page, "lists-" + language + "-undone-" + width);
        }
        JsonNode undone = person.get("/api/v1/bulk-changes/" + bulk).expect(200).json();
        assertThat(undone.path("undo").path("reverted").asInt()).isEqualTo(teachers.size());
        assertThat(undone.path("undo").path("kept").asInt()).isEqualTo(1);
        JsonNode edited = file(person, teachers.get(1));
        assertThat(edited.path("values").path("tags").path("text").asString("")).isEqualTo("other");
        assertThat(edited.path("owner").path("name").asString("")).isEqualTo(words.maker());
        assertThat(file(person, teachers.getFirst()).path("values").has("tags")).isFalse();

        Page theirs = browser.window(words.page().locale(), office.address());
        theirs.setViewportSize(1440, 900);
        new Worker(theirs, words.page(), "lists-heir-" + language).signsIn(heir);
        theirs.locator(".view-button").click();
        theirs.getByText(words.view()).click();
        assertThat(theirs.locator("main tr.opens")).hasCount(teachers.size());
        assertThat(columns(theirs)).isEqualTo(columns);
        Browser.picture(theirs, "lists-" + language + "-shared");
        findsTheContact(theirs, words, person);
    }

    /** City, and either of two occupations. */
    private void joins(Page page, Words words) {
        page.navigate(office.address() + "/customers?type=individual");
        page.getByRole(AriaRole.BUTTON, named(words.filters())).click();
        page.getByRole(AriaRole.BUTTON, named(words.combine())).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        condition(page, dialog.locator(".where-line").nth(0), words.cityField(), words.city());
        dialog.getByRole(AriaRole.BUTTON, within(words.addGroup())).click();
        Locator group = dialog.locator(".where-inner");
        condition(page, group.locator(".where-line").nth(0), words.occupationField(), words.teacher());
        group.getByRole(AriaRole.BUTTON, within(words.addCondition())).click();
        condition(page, group.locator(".where-line").nth(1), words.occupationField(), words.doctor());
        Browser.picture(page, "lists-" + words.page().language() + "-tree");
        dialog.getByRole(AriaRole.BUTTON, within(words.apply())).click();
        assertThat(page).hasURL(Pattern.compile(".*where=.*"));
    }

    private static void condition(Page page, Locator line, String field, String value) {
        line.getByRole(AriaRole.COMBOBOX).first().click();
        page.keyboard().type(field);
        page.keyboard().press("Enter");
        line.getByRole(AriaRole.TEXTBOX).last().fill(value);
    }

    /** The owner a place forward with the keys, the day of entry to the front with the mouse; answers the order there is then. */
    private static List<String> movesColumns(Page page) {
        List<String> before = columns(page);
        int owner = before.indexOf("owner");
        page.locator("th[data-column=owner] .column-edge").focus();
        page.keyboard().press("Alt+ArrowLeft");
        assertThat(page.locator("th[data-column]").nth(owner - 1)).hasAttribute("data-column", "owner");
        page.keyboard().press("Alt+ArrowLeft");
        assertThat(page.locator("th[data-column]").nth(owner - 2)).hasAttribute("data-column", "owner");
        page.locator("th[data-column=created] .sort").dragTo(page.locator("th[data-column=number] .grid-title"));
        assertThat(page.locator("th[data-column]").nth(1)).hasAttribute("data-column", "created");
        // The name stands first.
        page.locator("th[data-column=created] .sort").dragTo(page.locator("th[data-column=name] .grid-title"));
        assertThat(page.locator("th[data-column]").first()).hasAttribute("data-column", "name");
        return columns(page);
    }

    private static List<String> columns(Page page) {
        return page.locator("main th[data-column]").all().stream()
                .map(column -> column.getAttribute("data-column"))
                .toList();
    }

    private static void keeps(Page page, Words words) {
        page.locator(".view-button").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(words.saveAs()))
                .click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.TEXTBOX).fill(words.view());
        dialog.getByRole(AriaRole.COMBOBOX).click();
        page.locator(".ant-select-item-option").getByText(words.department()).click();
        dialog.getByRole(AriaRole.BUTTON, within(words.page().save())).click();
        assertThat(page.locator(".view-button")).containsText(words.view());
    }

    /** Everything the list shows goes to the colleague, with a tag; answers the number of the work. */
    private static String givesAll(Page page, Words words, int files) {
        page.locator("main thead input[type=checkbox]").click();
        page.getByRole(AriaRole.BUTTON, named(words.changeOwner())).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.COMBOBOX).last().click();
        page.keyboard().type(words.heir());
        page.locator(".ant-select-item-option").getByText(words.heir()).click();
        dialog.getByRole(AriaRole.BUTTON, within(words.anotherField())).click();
        Locator line = dialog.locator(".bulk-line").last();
        line.getByRole(AriaRole.COMBOBOX).first().click();
        page.keyboard().type(words.tagsField());
        page.keyboard().press("Enter");
        // The control for several choices comes with the field.
        line.locator(".ant-select-multiple").click();
        page.keyboard().type(words.tag());
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        Browser.picture(page, "lists-" + words.page().language() + "-wish");
        dialog.getByRole(AriaRole.BUTTON, within(words.check())).click();
        assertThat(page).hasURL(Pattern.compile(".*/bulk/\\d+"));
        Locator start = page.getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName(words.start().formatted(files)));
        assertThat(start).isVisible();
        assertThat(page.locator("main ins").getByText(words.heir()).first()).isVisible();
        Browser.picture(page, "lists-" + words.page().language() + "-foreseen");
        String bulk = page.url().replaceFirst(".*/bulk/", "");
        start.click();
        return bulk;
    }

    private void findsTheContact(Page page, Words words, Person person) {
        person.post(
                        "/api/v1/customers",
                        Map.of(
                                "type",
                                "enterprise",
                                "values",
                                Map.of("name", words.company(), "city", words.city()),
                                "lists",
                                Map.of(
                                        "contacts",
                                        Map.of("set", List.of(Map.of("values", Map.of("name", words.contact())))))))
                .expect(201);
        page.navigate(office.address() + "/jobs");
        assertThat(page.locator("h1")).isVisible();
        page.keyboard().press("Control+k");
        page.keyboard().type(words.contactTyped());
        Locator hit =
                page.locator(".ant-select-item-option").filter(new Locator.FilterOptions().setHasText(words.contact()));
        assertThat(hit.first()).containsText(words.company());
        assertThat(hit.first()).containsText(words.how());
        Browser.picture(page, "lists-" + words.page().language() + "-palette");
        hit.first().click();
        assertThat(page).hasURL(Pattern.compile(".*/customers/C\\d+"));
    }

    private static String created(Person person, Map<String, String> values) {
        return person.post("/api/v1/customers", Map.of("type", "individual", "values", values))
                .expect(201)
                .json()
                .path("number")
                .asString("");
    }

    private static JsonNode file(Person person, String number) {
        return person.get("/api/v1/customers/" + number).expect(200).json();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Locator.GetByRoleOptions within(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    /** What the page and its people are called in one language. */
    record Words(
            PageWords page,
            String department,
            String maker,
            String heir,
            String name,
            String city,
            String elsewhere,
            String teacher,
            String doctor,
            String driver,
            String company,
            String contact,
            String contactTyped,
            String how,
            String filters,
            String combine,
            String cityField,
            String occupationField,
            String addGroup,
            String addCondition,
            String apply,
            String saveAs,
            String view,
            String changeOwner,
            String anotherField,
            String tagsField,
            String tag,
            String check,
            String start,
            String done,
            String undo) {

        static Words chinese() {
            return new Words(
                    PageWords.chinese(),
                    "苏州业务部",
                    "周列",
                    "林接手",
                    "苏客",
                    "苏州列",
                    "无锡列",
                    "教师",
                    "医生",
                    "司机",
                    "苏列纺织有限公司",
                    "欧阳静列",
                    "ouyangjinglie",
                    "拼音相符",
                    "筛选",
                    "组合多个条件…",
                    "城市",
                    "职业",
                    "添加条件组",
                    "添加条件",
                    "应用",
                    "另存为视图…",
                    "苏州的老师和医生",
                    "更换负责人",
                    "再改一个字段",
                    "标签",
                    "列表展会",
                    "检查",
                    "修改 %d 位客户",
                    "已完成",
                    "全部撤销");
        }

        static Words english() {
            return new Words(
                    PageWords.english(),
                    "Lists team",
                    "Lena Lister",
                    "Hugo Heir",
                    "Listed ",
                    "Listowel",
                    "Elsewhere",
                    "teacher",
                    "doctor",
                    "driver",
                    "Listowel Mills Ltd",
                    "Josephine Abernathy",
                    "Josefine Abernathy",
                    "similar name",
                    "Filters",
                    "Combine conditions…",
                    "City",
                    "Occupation",
                    "Add group",
                    "Add condition",
                    "Apply",
                    "Save as a view…",
                    "Teachers and doctors",
                    "Change owner",
                    "Another field",
                    "Tags",
                    "fair",
                    "Check",
                    "Change %d customers",
                    "Done",
                    "Undo all of it");
        }

        static Words spanish() {
            return new Words(
                    PageWords.spanish(),
                    "Equipo de listas",
                    "Lola Listas",
                    "Hugo Heredero",
                    "Listado ",
                    "Listares",
                    "Otra parte",
                    "maestra",
                    "médica",
                    "chófer",
                    "Hilaturas Listares S.L.",
                    "Josefina Abernal",
                    "Josefnia Abernal",
                    "nombre parecido",
                    "Filtros",
                    "Combinar condiciones…",
                    "Población",
                    "Profesión",
                    "Añadir grupo",
                    "Añadir condición",
                    "Aplicar",
                    "Guardar como vista…",
                    "Maestras y médicas",
                    "Cambiar responsable",
                    "Otro campo",
                    "Etiquetas",
                    "feria",
                    "Comprobar",
                    "Modificar %d clientes",
                    "Terminado",
                    "Deshacer todo");
        }
    }
}
