package io.clientela.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Somebody at a window of the page, who does what a person does and keeps a picture of each step. */
final class Worker {

    /** A whole register is read twice, on a machine that may be busy. */
    private static final double IMPORT = 240_000;

    private final Page page;
    private final PageWords words;
    private final String story;
    private int step;

    Worker(Page page, PageWords words, String story) {
        this.page = page;
        this.words = words;
        this.story = story;
        page.setViewportSize(1440, 900);
    }

    void signsIn(String name) {
        page.getByLabel(words.userName()).fill(name);
        page.getByLabel(words.password(), new Page.GetByLabelOptions().setExact(true))
                .fill(Office.PASSWORD);
        picture("sign-in");
        button(words.signIn()).click();
        assertThat(page).hasURL(Pattern.compile(".*/customers.*"));
        assertThat(page.locator("main tr.opens, main .empty").first()).isVisible();
        picture("first-list");
    }

    /** Gives the register to the page, which shows what it took it for and how it would go. */
    void hands(Path register) {
        page.navigate(page.url().replaceFirst("/customers.*", "/imports"));
        assertThat(page.getByLabel(words.file())).isAttached();
        picture("imports");
        page.getByLabel(words.file()).setInputFiles(register);
        assertThat(page.getByText(Pattern.compile(words.checked())).first()).isVisible(within(IMPORT));
        picture("recognised");
        pictureAsPhone("recognised");
    }

    /** Reads in words why a row was refused. */
    void reads(int row, String reason) {
        Locator refused = table(words.refusedRows())
                .locator("tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("td:first-child", matching(Pattern.compile("^" + row + "$")))));
        assertThat(refused).containsText(reason);
        refused.scrollIntoViewIfNeeded();
        picture("refused-row-" + row);
    }

    void enters() {
        button(words.importNow()).click();
        assertThat(page).hasURL(Pattern.compile(".*/imports/\\d+"));
        assertThat(page.locator(".counts")).isVisible();
        picture("entering");
        assertThat(page.getByText(Pattern.compile(words.imported())).first()).isVisible(within(IMPORT));
        assertThat(page.getByText(words.downloadRefused())).isVisible();
        assertThat(table(words.refusedRows())).isVisible();
        picture("entered");
        pictureAsPhone("entered");
    }

    void opensList() {
        page.navigate(page.url().replaceFirst("(https?://[^/]+).*", "$1/customers"));
        assertThat(table(words.customers()).locator("tbody tr.opens").first()).isVisible();
        picture("list");
        pictureAsPhone("list");
    }

    /** Types into the one search box; the customer's row comes up. */
    Locator finds(String typed, String name) {
        types(typed);
        Locator found = row(name);
        assertThat(found.first()).isVisible();
        picture("found");
        return found;
    }

    /** Types something that only this customer has. */
    void findsOnly(String typed, String name) {
        finds(typed, name);
        assertThat(table(words.customers()).locator("tbody tr.opens")).hasCount(1);
        assertThat(row(name)).hasCount(1);
    }

    void findsNothing(String typed, String name) {
        types(typed);
        assertThat(page.locator(".empty")).isVisible();
        assertThat(page.getByText(name)).hasCount(0);
        picture("found-nothing");
    }

    /** Opens the file of the customer found; answers the customer's number. */
    String opens(String name) {
        row(name).first().getByRole(AriaRole.LINK).click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name)))
                .isVisible();
        assertThat(button(words.edit())).isVisible();
        picture("file");
        pictureAsPhone("file");
        return page.url().replaceFirst(".*/customers/([^?]+).*", "$1");
    }

    /** Changes the phone: what is wrong is said while it is typed, and what is right is kept. */
    void changesPhone(String wrong, String why, String right) {
        button(words.edit()).click();
        Locator form = page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName(words.form()));
        Locator phone = form.getByLabel(words.mobile(), new Locator.GetByLabelOptions().setExact(true));
        phone.fill(wrong);
        assertThat(form.getByText(why)).isVisible();
        picture("phone-wrong");
        pictureAsPhone("phone-wrong");
        phone.fill(right);
        assertThat(form.getByText(why)).hasCount(0);
        page.waitForTimeout(800);
        picture("phone-right");
        button(words.save()).click();
        assertThat(page.getByText(words.saved(), new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(form).hasCount(0);
        picture("phone-saved");
    }

    void readsHistory(String changed) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(words.history()))
                .click();
        assertThat(page.locator(".changes").first()).containsText(changed);
        picture("history");
        pictureAsPhone("history");
    }

    /** Opens the address of a file that isn't there for this person. */
    void isRefused(String address, String name) {
        page.navigate(address);
        assertThat(page.getByRole(AriaRole.ALERT).first()).isVisible();
        assertThat(page.getByText(name)).hasCount(0);
        picture("file-refused");
        pictureAsPhone("file-refused");
    }

    /** Takes the list out; answers the file's text. */
    String exports() {
        opensList();
        button(words.export()).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByText("CSV").click();
        picture("export");
        Download download = page.waitForDownload(() -> dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions()
                                .setName(words.startExport())
                                .setExact(true))
                .click());
        page.waitForTimeout(500);
        picture("exported");
        try {
            return Files.readString(download.path(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void types(String typed) {
        Locator box = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(words.search()));
        page.waitForResponse(
                answer -> answer.url().contains("/api/v1/customers?")
                        && answer.url().contains("q="),
                () -> box.fill(typed));
        assertThat(page.locator(".stale, .bone")).hasCount(0);
    }

    private Locator row(String name) {
        return table(words.customers()).locator("tbody tr.opens").filter(new Locator.FilterOptions().setHasText(name));
    }

    private Locator table(String label) {
        return page.getByRole(
                AriaRole.TABLE, new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void picture(String what) {
        step++;
        Browser.picture(page, "%s-%02d-%s".formatted(story, step, what));
    }

    private void pictureAsPhone(String what) {
        page.setViewportSize(390, 844);
        page.waitForTimeout(400);
        Browser.picture(page, "%s-%02d-%s-390".formatted(story, step, what));
        page.setViewportSize(1440, 900);
        page.waitForTimeout(200);
    }

    private static Page.LocatorOptions matching(Pattern text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static LocatorAssertions.IsVisibleOptions within(double milliseconds) {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(milliseconds);
    }
}
