package io.clientela.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** Where somebody of a department sits down to work in the language of a story. */
record Desk(Office office, Browser browser, long department) {

    /** An administrator who speaks the language of the story. */
    String administrator(Texts texts) {
        String name = "chief_" + texts.language();
        boolean there = office.admin()
                .get("/api/v1/users")
                .json()
                .path("items")
                .valueStream()
                .anyMatch(user -> user.path("name").asString("").equals(name));
        if (!there) {
            office.user(name, "Jefa " + texts.language(), texts.language(), department, "administrator");
        }
        return name;
    }

    Page signedIn(Texts texts, String name) {
        Page page = browser.window(texts.locale(), office.address());
        page.setViewportSize(1440, 900);
        page.getByLabel(texts.text("session.name")).fill(name);
        page.locator("input[type=password]").first().fill(Office.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/customers.*"));
        return page;
    }
}
