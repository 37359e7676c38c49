package io.clientela.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The pictures of the user guide in one language. Each is kept with the words of the headings, labels and buttons it shows, so that
 * one whose page has changed since is noticed, and made again with the property {@code clientela.guide.write}.
 */
final class GuidePictures {

    private static final boolean WRITING = Boolean.getBoolean("clientela.guide.write");
    private static final Path GUIDE =
            Path.of(System.getProperty("clientela.root", "..")).resolve("docs/guide");
    private static final Pattern NAMED = Pattern.compile("!\\[[^\\]]*]\\(\\.\\./pictures/\\w+/([\\w-]+)\\.png\\)");
    private static final int HIGHEST = 560;

    /** What doesn't come from the data: a customer's values may differ, what the page says of them may not. */
    private static final String WORDS = """
            ([left, top, right, bottom]) => [...document.querySelectorAll(
              'h1, h2, h3, th[scope="col"], label, legend, [role="tab"], .ant-btn, .ant-modal-title, .story dt, .keys dd')]
              .filter((one) => {
                const box = one.getBoundingClientRect();
                const seen = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
                return (one.contains(seen) || seen?.contains(one)) && box.width > 1 && box.left >= left && box.right <= right && box.top >= top && box.bottom <= bottom
                  && !one.closest('.file-head h1, tbody, .only-read, .resembling') && one.checkVisibility();
              })
              .map((one) => one.innerText.replace(/\\s+/g, ' ').replace(/[0-9]/g, '#').trim())
              .filter(Boolean)
              .join(' | ')""";

    private final String language;
    private final Map<String, String> words = new TreeMap<>();

    GuidePictures(String language) {
        this.language = language;
    }

    /** Every picture that a chapter in this language names. */
    Set<String> named() {
        try (Stream<Path> chapters = Files.list(GUIDE.resolve(language))) {
            return chapters.flatMap(chapter -> NAMED.matcher(read(chapter)).results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> made() {
        return words.keySet();
    }

    /** Takes a picture of a part of the page, as far down as one reads a picture in a text. */
    void take(Page page, String name, Locator part) {
        // On a busy machine a part may be there before what it shows.
        PlaywrightAssertions.assertThat(part.locator(".bone")).hasCount(0);
        BoundingBox box = part.boundingBox();
        double height = Math.min(Math.min(box.height, HIGHEST), page.viewportSize().height - box.y);
        List<Double> corners = List.of(box.x, box.y, box.x + box.width, box.y + height);
        words.put(name, String.valueOf(page.evaluate(WORDS, corners)));
        if (WRITING) {
            byte[] picture = page.screenshot(new Page.ScreenshotOptions().setClip(box.x, box.y, box.width, height));
            write(folder().resolve(name + ".png"), FewColours.of(picture));
        }
    }

    /** Says which pictures no longer show what the page says. */
    void isAsKept() {
        Path kept = folder().resolve("words.txt");
        String now = words.entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue() + "\n")
                .collect(Collectors.joining());
        if (WRITING) {
            write(kept, now.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        assertThat(now)
                .as(
                        "pictures of the guide that show another page than there is; make them again with ./clientela pictures")
                .isEqualTo(read(kept));
    }

    private Path folder() {
        return GUIDE.resolve("pictures").resolve(language);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
