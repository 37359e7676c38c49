package io.clientela.acceptance;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks for what keeps somebody out who can't see, can't point, or sees little. */
final class Axe {

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private Axe() {}

    /** Everything grave that is wrong with the page as it stands, one line a rule. */
    static List<String> finds(Page page) {
        return grave(new AxeBuilder(page));
    }

    /** Only whether everything can be read on its ground: another theme changes nothing else. */
    static List<String> findsTooPale(Page page) {
        return grave(new AxeBuilder(page).withRules(List.of("color-contrast")));
    }

    @SuppressWarnings("deprecation") // The other mode opens a window of its own at each look; the page has no frames.
    private static List<String> grave(AxeBuilder builder) {
        return builder.setLegacyMode(true).analyze().getViolations().stream()
                .filter(rule -> GRAVE.contains(rule.getImpact()))
                .map(Axe::line)
                .toList();
    }

    private static String line(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream()
                        .limit(4)
                        .map(CheckedNode::getHtml)
                        .map(html -> html.length() > 240 ? html.substring(0, 240) + "…" : html)
                        .collect(Collectors.joining(" ¦ "));
    }
}
