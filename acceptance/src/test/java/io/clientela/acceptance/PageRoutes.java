package io.clientela.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The addresses the page has rooms for, as its own source lists them. */
final class PageRoutes {

    private static final Path SOURCE =
            Path.of(System.getProperty("clientela.root", "..")).resolve("web/src/app/routes.tsx");
    private static final Pattern ROUTE = Pattern.compile("\\bpath: '([^']+)'");

    private PageRoutes() {}

    /** Patterns such as {@code customers/:number}; {@code *} is the page of wrong addresses. */
    static Set<String> all() {
        try {
            return ROUTE.matcher(Files.readString(SOURCE))
                    .results()
                    .map((MatchResult found) -> found.group(1).replaceFirst("^/", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
