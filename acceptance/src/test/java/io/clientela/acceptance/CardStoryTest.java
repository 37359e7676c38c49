package io.clientela.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** A card came in with things no field has: they fold out on the file, and go out again with its card and with the list. */
@Tag("languages")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CardStoryTest {

    private final Office office = Office.shared();
    private final Browser browser = Browser.open();

    @TempDir
    private Path folder = Path.of("");

    @AfterAll
    void close() {
        browser.close();
    }

    static Stream<PageWords> languages() {
        return Boolean.getBoolean("clientela.soak")
                ? Stream.of(PageWords.chinese(), PageWords.spanish())
                : Stream.of(PageWords.spanish());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void foldsOutWhatACardHadAndHandsItOnAgain(PageWords words) throws IOException {
        String language = words.language();
        String name = language.equals("zh") ? "名片客" : "Berenguela Card";
        String user = "card-" + language;
        office.user(user, user, language, office.department("Cards " + language, 0), "business_department");
        Person person = office.person(user);
        Path card = Files.writeString(folder.resolve(language + ".vcf"), """
                BEGIN:VCARD
                VERSION:3.0
                N:;%1$s;;;
                FN:%1$s
                TEL;TYPE=CELL:%2$s
                X-SKYPE:berenguela.s
                X-PARKING:left of the gate
                END:VCARD
                """.formatted(
                        name, language.equals("zh") ? "13811112222" : "+34611112222"));
        office.imported(person, card, Map.of("type", "individual"));

        Page page = browser.window(words.locale(), office.address());
        Worker worker = new Worker(page, words, "card-" + language);
        worker.signsIn(user);
        page.locator("main tr.opens a")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first()
                .click();
        Locator kept = page.locator(".kept-card");
        assertThat(kept.locator("li").first()).isHidden();
        kept.locator("summary").click();
        assertThat(kept).containsText("left of the gate");
        pictures(page, "card-" + language + "-kept");

        Download one =
                page.waitForDownload(() -> page.locator("a[href*='/card']").click());
        assertThat(Files.readString(one.path(), StandardCharsets.UTF_8))
                .contains("FN:" + name, "X-PARKING:left of the gate");

        page.goBack();
        page.getByRole(AriaRole.BUTTON, named(words.export())).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByText("vCard", new Locator.GetByTextOptions().setExact(true)).click();
        pictures(page, "card-" + language + "-export");
        Download all = page.waitForDownload(() -> dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions()
                                .setName(words.startExport())
                                .setExact(true))
                .click());
        assertThat(all.suggestedFilename()).matches(Pattern.compile(".*\\.vcf"));
        assertThat(Files.readString(all.path(), StandardCharsets.UTF_8)).contains("X-SKYPE:berenguela.s");
        Browser.picture(page, "card-" + language + "-exported");
        page.close();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static void pictures(Page page, String name) {
        for (int width : List.of(390, 1440)) {
            page.setViewportSize(width, 900);
            page.waitForTimeout(200);
            Browser.picture(page, name + "-" + width);
        }
    }
}
