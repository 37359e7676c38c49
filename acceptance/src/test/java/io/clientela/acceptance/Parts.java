package io.clientela.acceptance;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Parts of a page as somebody calls them who looks at it or has it read out. */
final class Parts {

    private Parts() {}

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    static Locator button(Locator inside, String name) {
        return inside.getByRole(AriaRole.BUTTON, named(name));
    }

    static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    static Locator labelled(Locator inside, String label) {
        return inside.getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    /** Of the choice that is open. */
    static Locator option(Page page, String text) {
        return page.locator(".ant-select-dropdown:visible .ant-select-item-option")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first();
    }
}
