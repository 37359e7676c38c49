package io.clientela.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A register comes in through the page: looked at, mapped, checked, entered, paused, cancelled, mended in place and by its sheet. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportStoryTest {

    /** Long enough that somebody can stop it half way. */
    private static final int ROWS = 10_000;

    private static final double IMPORT = 240_000;

    private final Office office = Office.open();
    private final Browser browser = Browser.open();

    @TempDir
    private Path folder = Path.of("");

    @AfterAll
    void close() {
        browser.close();
        office.close();
    }

    @ParameterizedTest
    @EnumSource
    void bringsARegisterIn(ImportTongue tongue) throws IOException, SQLException {
        PageWords words = tongue.words();
        long department = office.department(tongue.displayName, 0);
        office.user(tongue.user, tongue.displayName, tongue.language(), department, "business_department");
        Page page = browser.window(words.locale(), office.address());
        Worker worker = new Worker(page, words, "import-" + tongue.language());
        worker.signsIn(tongue.user);
        Story story = new Story(page, words, tongue);

        story.drops(register(tongue));
        story.mapsAColumn();
        story.mendsOnTheCheck();
        story.keepsATemplate();
        story.importsWithAPause();
        story.mendsInPlace();
        Path sheet = story.downloads();
        story.takesTheTemplateAndCancels(register(tongue));
        story.imports(mended(sheet, tongue));
        for (int i = 0; i < 3; i++) {
            worker.finds(tongue.right.get(i), tongue.wrong.get(i));
        }
        worker.opens(tongue.wrong.get(2));
        page.locator(".dot").first().click();
        assertThat(page.locator(".story")).containsText(tongue.recordedBy);
        story.pictures("provenance");
        page.close();
    }

    /** Rows 2, 4 and 7 have a phone that can't be one. */
    private Path register(ImportTongue tongue) throws IOException {
        StringBuilder text = new StringBuilder(tongue.headings).append('\n');
        List<Integer> damaged = List.of(2, 4, 7);
        for (int row = 1; row <= ROWS; row++) {
            int wrong = damaged.indexOf(row);
            String name = wrong < 0 ? tongue.name.formatted(letters(row)) : tongue.wrong.get(wrong);
            String mobile = wrong < 0 ? tongue.mobile.formatted(row) : "1" + wrong;
            text.append(
                    "%s,%s,,n%d,A-%d,B-%d,2021-03-%02d%n".formatted(name, mobile, row, row % 9, row % 7, row % 28 + 1));
        }
        return Files.writeString(folder.resolve(tongue.user + ".csv"), text);
    }

    /** A number in letters: names have no digits. */
    private static String letters(int number) {
        StringBuilder text = new StringBuilder();
        for (int left = number; left > 0; left /= 26) {
            text.append((char) ((text.isEmpty() ? 'A' : 'a') + left % 26));
        }
        return text.append('o').toString();
    }

    private Path mended(Path sheet, ImportTongue tongue) throws IOException {
        String text = Files.readString(sheet, StandardCharsets.UTF_8);
        assertThat(text).contains(tongue.wrong.get(2)).doesNotContain(tongue.wrong.get(1));
        return Files.writeString(
                folder.resolve(tongue.user + "-mended.csv"),
                text.replace(tongue.wrong.get(2) + ",12,", tongue.wrong.get(2) + "," + tongue.right.get(2) + ","));
    }

    /** The person at the window. */
    private final class Story {
        private final Page page;
        private final PageWords words;
        private final ImportTongue tongue;
        private int step;

        Story(Page page, PageWords words, ImportTongue tongue) {
            this.page = page;
            this.words = words;
            this.tongue = tongue;
        }

        void drops(Path file) {
            page.navigate(office.address() + "/imports");
            assertThat(page.getByLabel(words.file())).isAttached();
            pictures("empty");
            page.getByLabel(words.file()).setInputFiles(file);
            seesChecked();
            assertThat(page.locator(".painted-refused")).not().hasCount(0);
            pictures("checked");
        }

        private void seesChecked() {
            assertThat(page.getByText(Pattern.compile(words.checked())).first()).isVisible(within());
            assertThat(page.locator(".bone")).hasCount(0);
        }

        void mapsAColumn() {
            Locator head = page.getByLabel(tongue.column);
            head.click();
            head.fill(tongue.field);
            head.press("Enter");
            assertThat(page.getByText(Pattern.compile(tongue.chosen)).first()).isVisible();
            pictures("mapped");
            button(tongue.checkAgain).click();
            seesChecked();
        }

        /** Row 2 is corrected before anything is entered. */
        void mendsOnTheCheck() {
            entry(2).fill(tongue.right.getFirst());
            assertThat(button(tongue.checkCorrected)).isVisible();
            pictures("check-corrected");
            button(tongue.checkCorrected).click();
            assertThat(entry(2)).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(IMPORT));
            seesChecked();
            assertThat(entry(4)).isVisible();
            page.locator(".said").last().hover();
            pictures("checked-again");
        }

        void keepsATemplate() {
            button(tongue.keep).click();
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            dialog.getByLabel(tongue.templateName).fill(tongue.template);
            pictures("template-asked");
            dialog.getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName(tongue.save).setExact(true))
                    .click();
            assertThat(page.getByText(tongue.using).first()).isVisible();
            pictures("template-kept");
            seesChecked();
        }

        void importsWithAPause() throws SQLException {
            importsAndPauses();
            pictures("paused");
            button(tongue.resume).click();
            assertThat(button(tongue.resume)).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(IMPORT));
            pictures("going-on");
            assertThat(page.getByText(Pattern.compile(words.imported())).first())
                    .isVisible(within());
            assertThat(entry(4)).isVisible();
            pictures("imported");
        }

        /** Nothing is entered before the server has heard of the pause, so that there is always something left to pause. */
        private void importsAndPauses() throws SQLException {
            try (Office.Held _ = office.heldUp()) {
                button(words.importNow()).click();
                assertThat(page).hasURL(Pattern.compile(".*/imports/\\d+"));
                page.waitForResponse("**/pause", () -> button(tongue.pause).click());
            }
            assertThat(button(tongue.resume)).isVisible(within());
        }

        void mendsInPlace() {
            entry(4).fill(tongue.right.get(1));
            pictures("mending");
            button(tongue.readAgain).click();
            assertThat(page.getByText(tongue.allIn)).isVisible(within());
            assertThat(entry(4)).hasCount(0);
            assertThat(entry(7)).isVisible();
            pictures("mended");
        }

        Path downloads() {
            Download download = page.waitForDownload(
                    () -> page.getByText(words.downloadRefused()).click());
            return download.path();
        }

        void takesTheTemplateAndCancels(Path file) throws SQLException {
            page.navigate(office.address() + "/imports");
            assertThat(page.getByText(tongue.template).first()).isVisible();
            pictures("runs");
            page.getByLabel(words.file()).setInputFiles(file);
            assertThat(page.getByText(tongue.using).first()).isVisible();
            seesChecked();
            // Paused first: on a quick machine the run would be over before its pictures are.
            importsAndPauses();
            button(tongue.cancel).click();
            pictures("cancel-asked");
            page.getByRole(AriaRole.DIALOG)
                    .getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions()
                                    .setName(tongue.cancel)
                                    .setExact(true))
                    .click();
            assertThat(page.getByText(Pattern.compile(tongue.cancelled)).first())
                    .isVisible(within());
            pictures("cancelled");
        }

        void imports(Path file) {
            page.navigate(office.address() + "/imports");
            page.getByLabel(words.file()).setInputFiles(file);
            seesChecked();
            pictures("sheet-again");
            button(words.importNow()).click();
            assertThat(page).hasURL(Pattern.compile(".*/imports/\\d+"));
            assertThat(page.getByText(Pattern.compile(words.imported())).first())
                    .isVisible(within());
            page.navigate(office.address() + "/imports");
            assertThat(page.locator("main table tbody tr.opens").first()).isVisible();
            pictures("runs-all");
            page.navigate(office.address() + "/customers");
            assertThat(page.locator("main table tbody tr.opens").first()).isVisible();
        }

        private Locator entry(int row) {
            return page.getByLabel(tongue.cell.formatted(row), new Page.GetByLabelOptions().setExact(true));
        }

        private Locator button(String name) {
            return page.getByRole(
                    AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
        }

        void pictures(String what) {
            step++;
            for (int width : List.of(390, 1024, 1440)) {
                page.setViewportSize(width, width == 390 ? 844 : 900);
                page.waitForTimeout(250);
                Browser.whole(page, "wizard-%s-%02d-%s-%d".formatted(tongue.language(), step, what, width));
            }
        }
    }

    private static LocatorAssertions.IsVisibleOptions within() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(IMPORT);
    }
}
