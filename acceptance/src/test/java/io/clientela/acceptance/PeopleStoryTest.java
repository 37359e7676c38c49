package io.clientela.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.clientela.acceptance.Parts.button;
import static io.clientela.acceptance.Parts.labelled;
import static io.clientela.acceptance.Parts.named;
import static io.clientela.acceptance.Parts.option;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * An administrator makes a department, a role that hides a field, and a user who comes in by a code and sees just that; asks why and
 * why not; narrows the role and asks again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleStoryTest {

    private static final List<Integer> WIDTHS = List.of(1440, 1024, 390);

    private final Office office = Office.open();
    private final Browser browser = Browser.open();

    @AfterAll
    void close() {
        browser.close();
        office.close();
    }

    static List<Words> languages() {
        return List.of(Words.chinese(), Words.spanish());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void oneSeesWhatTheRoleSaysAndOneCanAskWhy(Words words) {
        String language = words.page().language();
        office.admin()
                .put("/api/v1/session/language", Map.of("language", language))
                .expect(204);
        Page page = browser.window(words.page().locale(), office.address());
        page.setViewportSize(1440, 900);
        signsIn(page, words, "admin", Office.ADMIN_PASSWORD);

        page.navigate(office.address() + "/settings/departments");
        button(page, words.newDepartment()).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        labelled(dialog, words.name()).fill(words.department());
        dialog.getByRole(AriaRole.BUTTON, named(words.page().save())).click();
        assertThat(page.locator(".department-tree").getByText(words.department()))
                .isVisible();
        pictures(page, "people-" + language + "-departments");

        makesRole(page, words, language);
        String link = makesUser(page, words, language);
        JsonNode theirs = entered(words, words.owned(), words.colleague());
        JsonNode others = entered(words, words.foreign(), "admin");
        String seen = theirs.path("number").asString("");
        String unseen = others.path("number").asString("");

        Page person = browser.window(words.page().locale(), office.address());
        person.setViewportSize(1440, 900);
        person.navigate(link);
        assertThat(labelled(person.locator("main"), words.page().userName())).hasValue(words.user());
        person.getByLabel(words.newPassword(), new Page.GetByLabelOptions().setExact(true))
                .fill(Office.PASSWORD);
        person.getByLabel(words.repeatPassword()).fill(Office.PASSWORD);
        button(person, words.comeIn()).click();
        Locator rows = person.locator("main tr.opens");
        assertThat(rows).hasCount(1);
        assertThat(rows.first()).containsText(words.owned());
        Browser.picture(person, "people-" + language + "-list");
        filters(person, words, language);
        person.navigate(office.address() + "/customers/" + seen);
        assertThat(person.getByText("Lugo").first()).isVisible();
        assertThat(person.locator("main")).not().containsText(words.page().mobile());
        assertThat(person.locator("main")).not().containsText("5678");
        Browser.picture(person, "people-" + language + "-file");
        person.navigate(office.address() + "/customers/" + unseen);
        assertThat(person.locator("main")).not().containsText(words.foreign());

        page.navigate(office.address() + "/customers/" + seen);
        button(page, words.more()).click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(words.whoSees()))
                .click();
        chooses(page, labelled(page.getByRole(AriaRole.DIALOG), words.person()), words.fullName());
        Locator verdict = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(words.answer()));
        assertThat(verdict).containsText(words.yes());
        assertThat(verdict).containsText(words.role());
        assertThat(verdict).containsText(words.department());
        assertThat(page.locator(".sight-fields tr")
                        .filter(new Locator.FilterOptions()
                                .setHasText(words.page().mobile()))
                        .first())
                .containsText(words.hidden());
        pictures(page, "people-" + language + "-why");
        asks(page, words, unseen);
        assertThat(verdict).containsText(words.no());
        assertThat(verdict).containsText(words.givers());
        pictures(page, "people-" + language + "-why-not");

        page.navigate(office.address() + "/settings/roles");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(words.role()).setExact(true))
                .click();
        page.locator(".reaches label").first().click();
        button(page, words.page().save()).click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText(words.fullName());
        pictures(page, "people-" + language + "-consequences");
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, named(words.saveRole()))
                .click();
        assertThat(page).hasURL(Pattern.compile(".*/settings/roles$"));
        asks(page, words, seen);
        assertThat(verdict).containsText(words.no());
        pictures(page, "people-" + language + "-taken-away");
        person.navigate(office.address() + "/customers");
        assertThat(person.locator("main .empty")).isVisible();

        person.context().clearCookies();
        person.navigate(office.address());
        assertThat(labelled(person.locator("main"), words.page().userName())).hasValue(words.user());
    }

    private void makesRole(Page page, Words words, String language) {
        page.navigate(office.address() + "/settings/roles");
        assertThat(page.locator("main tbody tr.opens")).not().hasCount(0);
        pictures(page, "people-" + language + "-roles");
        button(page, words.newRole()).click();
        // Its name and what it is for, in one's own language.
        Locator texts = page.locator("main input[lang]");
        assertThat(texts).hasCount(2);
        texts.first().fill(words.role());
        page.locator(".reaches label").nth(2).click();
        page.getByLabel(words.findField()).fill(words.page().mobile());
        Locator mobile = page.locator(".field-rights tbody tr")
                .filter(new Locator.FilterOptions().setHasText(words.page().mobile()))
                .first();
        mobile.locator(".ant-select").first().click();
        option(page, words.hidden()).click();
        pictures(page, "people-" + language + "-role");
        button(page, words.page().save()).click();
        assertThat(page).hasURL(Pattern.compile(".*/settings/roles$"));
        assertThat(page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(words.role()).setExact(true)))
                .isVisible();
    }

    private String makesUser(Page page, Words words, String language) {
        page.navigate(office.address() + "/settings/people");
        button(page, words.newUser()).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        labelled(dialog, words.page().userName()).fill(words.user());
        labelled(dialog, words.fullNameLabel()).fill(words.fullName());
        chooses(page, labelled(dialog, words.departmentLabel()), words.department());
        dialog.locator(".roles label")
                .filter(new Locator.FilterOptions().setHasText(words.role()))
                .click();
        pictures(page, "people-" + language + "-user");
        dialog.getByRole(AriaRole.BUTTON, named(words.page().save())).click();
        Locator code = page.locator(".token-new code");
        assertThat(code).isVisible();
        // The office is on this very computer, whose address is no use to a colleague.
        assertThat(page.locator(".problem")).containsText("127.0.0.1");
        assertThat(page.locator("main table")).containsText(words.fullName());
        pictures(page, "people-" + language + "-users");

        // The menu in a row is none of the row: a new link is told, and nothing opens over it.
        String first = code.innerText();
        page.locator("main tbody tr")
                .filter(new Locator.FilterOptions().setHasText(words.fullName()))
                .getByRole(AriaRole.BUTTON)
                .last()
                .click();
        page.locator(".ant-dropdown:visible [role=menuitem]").nth(2).click();
        assertThat(code).not().hasText(first);
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        return code.innerText();
    }

    /** A condition of one's own is added, stands in the address, and is still there on the way back. */
    private void filters(Page page, Words words, String language) {
        button(page, words.filters()).click();
        Locator panel = page.locator(".filter-panel");
        chooses(page, labelled(panel, words.field()), words.city());
        labelled(panel, words.condition()).click();
        option(page, words.begins()).click();
        labelled(panel, words.value()).fill("lu");
        pictures(page, "people-" + language + "-filter");
        panel.getByRole(AriaRole.BUTTON, named(words.add())).click();
        assertThat(page).hasURL(Pattern.compile(".*f\\.city\\.starts=lu.*"));
        assertThat(page.locator("main tr.opens")).hasCount(1);
        page.locator("main tr.opens a").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/customers/C.*"));
        page.goBack();
        assertThat(page.locator(".filters .chip-text")).containsText(words.begins());
        pictures(page, "people-" + language + "-filtered");
    }

    private void asks(Page page, Words words, String number) {
        JsonNode users = office.admin().get("/api/v1/users").expect(200).json();
        long id = users.path("items")
                .valueStream()
                .filter(user -> user.path("name").asString("").equals(words.user()))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asLong();
        page.navigate(office.address() + "/settings/sight?user=" + id + "&number=" + number);
        assertThat(page.locator(".verdict")).isVisible();
    }

    /** A customer with a phone and a city, owned by a colleague of the new department or by the administrator. */
    private JsonNode entered(Words words, String name, String owner) {
        Person admin = office.admin();
        if (!owner.equals("admin")) {
            JsonNode departments = admin.get("/api/v1/departments").json();
            long department = departments
                    .path("items")
                    .valueStream()
                    .filter(each -> each.path("name").asString("").equals(words.department()))
                    .findFirst()
                    .orElseThrow()
                    .path("id")
                    .asLong();
            office.user(owner, owner, words.page().language(), department, "sales");
            admin = office.person(owner);
        }
        return admin.post(
                        "/api/v1/customers",
                        Map.of(
                                "type",
                                "individual",
                                "values",
                                Map.of("name", name, "mobile", "+34600125678", "city", "Lugo")))
                .expect(201)
                .json();
    }

    private static void signsIn(Page page, Words words, String name, String password) {
        page.getByLabel(words.page().userName()).fill(name);
        page.getByLabel(words.page().password(), new Page.GetByLabelOptions().setExact(true))
                .fill(password);
        button(page, words.page().signIn()).click();
        assertThat(page.locator("main tr.opens, main .empty").first()).isVisible();
    }

    /** Types into a choice and takes what it offers under that name. */
    private static void chooses(Page page, Locator choice, String text) {
        choice.click();
        choice.pressSequentially(text);
        option(page, text).click();
    }

    private static void pictures(Page page, String name) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            page.waitForTimeout(250);
            Browser.picture(page, name + "-" + width);
        }
        page.setViewportSize(1440, 900);
    }

    /** What the controls are called, and the names of this story's people. */
    record Words(
            PageWords page,
            String newDepartment,
            String name,
            String department,
            String newRole,
            String role,
            String findField,
            String hidden,
            String newUser,
            String user,
            String fullName,
            String fullNameLabel,
            String departmentLabel,
            String colleague,
            String owned,
            String foreign,
            String newPassword,
            String repeatPassword,
            String comeIn,
            String more,
            String whoSees,
            String person,
            String answer,
            String yes,
            String no,
            String givers,
            String saveRole,
            String filters,
            String field,
            String city,
            String condition,
            String begins,
            String value,
            String add) {

        static Words chinese() {
            return new Words(
                    PageWords.chinese(),
                    "新建部门",
                    "名称",
                    "成都分部",
                    "新建角色",
                    "分部文员",
                    "查找字段",
                    "隐藏",
                    "新建用户",
                    "cheng",
                    "程小雨",
                    "姓名",
                    "部门",
                    "gao",
                    "何秋白",
                    "远方客",
                    "新密码",
                    "再次输入新密码",
                    "设置密码并进入",
                    "更多操作",
                    "谁能看到？",
                    "人员",
                    "答案",
                    "能。",
                    "不能。",
                    "可以授权的人",
                    "保存角色",
                    "筛选",
                    "字段",
                    "城市",
                    "条件",
                    "开头为",
                    "值",
                    "添加");
        }

        static Words spanish() {
            return new Words(
                    PageWords.spanish(),
                    "Nuevo departamento",
                    "Nombre",
                    "Delegación Norte",
                    "Nuevo rol",
                    "Auxiliar de delegación",
                    "Buscar un campo",
                    "oculto",
                    "Nuevo usuario",
                    "nuria",
                    "Nuria Vila",
                    "Nombre completo",
                    "Departamento",
                    "ramon",
                    "Iria Castro",
                    "Lejano Pérez",
                    "Contraseña nueva",
                    "Repita la contraseña nueva",
                    "Establecer la contraseña y entrar",
                    "Más acciones",
                    "¿Quién puede verla?",
                    "Persona",
                    "Respuesta",
                    "Sí,",
                    "No,",
                    "Pueden darle acceso",
                    "Guardar el rol",
                    "Filtros",
                    "Campo",
                    "Población",
                    "Condición",
                    "empieza por",
                    "Valor",
                    "Añadir");
        }
    }
}
