package io.clientela.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody comes to the page for the first time, mistypes the password, and comes in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInStoryTest {

    private final Office office = Office.shared();
    private final Browser browser = Browser.open();

    @BeforeAll
    void oneWhoWorksHere() {
        long department = office.department("第一车间 Taller", 0);
        office.user("ana", "Ana Díaz", "es", department, "sales");
        office.user("liwei", "李伟", "zh", department, "sales");
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, liwei, 登录, 用户名, 密码", "es-ES, ana, Entrar, Usuario, Contraseña"})
    void letsInWhoKnowsThePassword(String language, String name, String act, String nameLabel, String passwordLabel) {
        Page page = browser.window(language, office.address());
        page.getByLabel(nameLabel).fill(name);
        page.getByLabel(passwordLabel, new Page.GetByLabelOptions().setExact(true))
                .fill("wrong");
        Browser.picture(page, "sign-in-1-" + name);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(act).setExact(true))
                .click();
        assertThat(page.getByRole(AriaRole.ALERT).first()).isVisible();
        Browser.picture(page, "sign-in-2-refused-" + name);

        page.getByLabel(passwordLabel, new Page.GetByLabelOptions().setExact(true))
                .fill(Office.PASSWORD);
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile(".*/customers.*"));
        Browser.picture(page, "sign-in-3-in-" + name);
    }

    @Test
    void saysInEveryLanguageThatItsWordsDidNotArrive() {
        Page page = browser.window("es-ES", office.address());
        page.route("**/assets/es-*.js", Route::abort);
        page.reload();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("La página no llegó entera");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("页面没有完整加载");
        Browser.picture(page, "sign-in-4-speechless");

        page.unroute("**/assets/es-*.js");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Recargar"))
                .click();

        assertThat(page.getByLabel("Usuario")).isVisible();
    }
}
