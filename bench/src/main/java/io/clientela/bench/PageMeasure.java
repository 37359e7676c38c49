package io.clientela.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** P12: the first list page in a browser that has never been here: bytes over the wire, and the time until one can work. */
final class PageMeasure {

    private static final int VISITS = 7;

    /** Milliseconds; a new window keeps the browser busy for about a second, which isn't the page's doing. */
    private static final double WINDOW = 1_500;

    /** Until the page has had nothing to do for a moment: a click would be answered at once. */
    private static final String IDLE = "() => new Promise(done => requestIdleCallback(() => done(performance.now())))";

    private final Path folder;
    private final int rows;
    private final PrintStream out;

    PageMeasure(Path folder, int rows, PrintStream out) {
        this.folder = folder;
        this.rows = rows;
        this.out = out;
    }

    void run(LocalDate today) throws IOException, InterruptedException, SQLException {
        try (Base base = Base.open(folder, rows, out);
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser chromium = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(executable())
                                .setArgs(List.of("--no-sandbox", "--disable-background-networking")))) {
            List<Double> interactive = new ArrayList<>();
            List<Double> kilobytes = new ArrayList<>();
            List<Double> shown = new ArrayList<>();
            visit(chromium, base.product().address());
            for (int i = 0; i < VISITS; i++) {
                Visit visit = visit(chromium, base.product().address());
                interactive.add(visit.interactive());
                shown.add(visit.shown());
                kilobytes.add(visit.bytes() / 1_000.0);
                out.printf("%s; load %s%n", visit, Figures.two(Figures.load()));
            }
            out.printf(
                    "| P12 | %s | %s, load %s | first list page of %s customers, nothing kept by the browser | %s KB over the wire;"
                            + " %s s to interactive, rows shown after %s s | %s s | ≤ 450 KB; ≤ 2 s |%n",
                    today,
                    Figures.machine(),
                    Figures.two(Figures.load()),
                    Figures.whole(rows),
                    Figures.whole(Figures.median(kilobytes)),
                    Figures.two(Figures.median(interactive)),
                    Figures.two(Figures.median(shown)),
                    Figures.all(interactive));
        }
    }

    /** A window of its own, so that nothing is kept from the visit before; signed in as the page would be. */
    private static Visit visit(Browser chromium, String address) {
        try (BrowserContext context = chromium.newContext(new Browser.NewContextOptions()
                .setLocale("zh-CN")
                .setBaseURL(address)
                .setViewportSize(1366, 820))) {
            signIn(context);
            Page page = context.newPage();
            AtomicLong bytes = new AtomicLong();
            CDPSession wire = context.newCDPSession(page);
            wire.send("Network.enable");
            wire.on(
                    "Network.loadingFinished",
                    (JsonObject said) ->
                            bytes.addAndGet(said.get("encodedDataLength").getAsLong()));
            page.waitForTimeout(WINDOW);
            page.navigate("/customers");
            page.locator("main tr.opens").first().waitFor();
            double shown = ((Number) page.evaluate("() => performance.now()")).doubleValue() / 1e3;
            page.getByRole(AriaRole.COMBOBOX).first().waitFor();
            double idle = ((Number) page.evaluate(IDLE)).doubleValue() / 1e3;
            page.waitForTimeout(500);
            return new Visit(idle, shown, bytes.get());
        }
    }

    private static void signIn(BrowserContext context) {
        context.request().get("/api/v1/session");
        String token = context.cookies().stream()
                .filter(cookie -> cookie.name.equals("XSRF-TOKEN"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElse("");
        int status = context.request()
                .post(
                        "/api/v1/session",
                        com.microsoft.playwright.options.RequestOptions.create()
                                .setHeader("X-XSRF-TOKEN", token)
                                .setData(Map.of("name", "admin", "password", Product.ADMIN_PASSWORD)))
                .status();
        if (status != 200) {
            throw new IllegalStateException("signing in was answered with " + status);
        }
    }

    private static Path executable() {
        return Stream.of(
                        Optional.ofNullable(System.getenv("CLIENTELA_CHROMIUM")),
                        Optional.of("/usr/bin/chromium"),
                        Optional.of("/usr/bin/chromium-browser"),
                        Optional.of("/usr/bin/google-chrome"))
                .flatMap(Optional::stream)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium is installed"));
    }

    private record Visit(double interactive, double shown, long bytes) {

        @Override
        public String toString() {
            return "interactive after %s s, rows after %s s, %s KB"
                    .formatted(Figures.two(interactive), Figures.two(shown), Figures.whole(bytes / 1_000.0));
        }
    }
}
