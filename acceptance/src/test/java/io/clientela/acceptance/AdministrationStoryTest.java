package io.clientela.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.clientela.acceptance.Parts.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Whoever runs the installation: ends a session, lifts a lock, asks the trail, steers a job, changes a right and looks after health. */
@Tag("languages")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdministrationStoryTest {

    private static final int ROWS = 150_000;

    private final Office office = Office.shared();
    private final Browser browser = Browser.open();
    private long department;
    private Desk desk = new Desk(office, browser, 0);

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    void anOfficeToRun() {
        department = office.department("Administration 管理", 0);
        desk = new Desk(office, browser, department);
    }

    @AfterAll
    void close() {
        browser.close();
    }

    static List<Texts> doors() {
        return Texts.of("es");
    }

    static List<Texts> trails() {
        return Texts.of("zh");
    }

    static List<Texts> desks() {
        return Texts.of("en");
    }

    @ParameterizedTest
    @MethodSource("doors")
    void endsASessionAtOnceAndLiftsALock(Texts texts) {
        String worker = "worker_" + texts.language();
        office.user(worker, "Obrero " + texts.language(), texts.language(), department, "sales");
        Page person = desk.signedIn(texts, worker);
        Page admin = desk.signedIn(texts, desk.administrator(texts));

        admin.navigate(office.address() + "/settings/sessions");
        Locator row = admin.locator("main tbody tr")
                .filter(new Locator.FilterOptions().setHasText("Obrero " + texts.language()))
                .filter(new Locator.FilterOptions().setHasText("Chrome"))
                .first();
        assertThat(row).isVisible();
        picture(admin, texts, "sessions");
        row.getByRole(AriaRole.BUTTON).click();
        assertThat(admin.locator(".ant-message")).isVisible();

        // Whatever they do next, they are asked who they are.
        person.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(texts.text("app.rooms.settings")))
                .first()
                .click();
        assertThat(person.getByRole(AriaRole.DIALOG)).isVisible();
        assertThat(person.getByRole(AriaRole.DIALOG).locator("input[type=password]"))
                .isVisible();
        picture(person, texts, "session-ended");

        for (int i = 0; i < 5; i++) {
            new Person(office.address())
                    .post("/api/v1/session", Map.of("name", worker, "password", "not this one"))
                    .expect(401);
        }
        new Person(office.address())
                .post("/api/v1/session", Map.of("name", worker, "password", Office.PASSWORD))
                .expect(429);
        admin.navigate(office.address() + "/settings/people/" + office.userId(worker));
        Locator lock = admin.locator("main .ant-alert");
        assertThat(lock).containsText(texts.text("settings.users.lockedUntil", "time", ""));
        assertThat(admin.locator("main")).containsText(texts.text("administration.person.refused"));
        picture(admin, texts, "locked");
        lock.getByRole(AriaRole.BUTTON).click();
        assertThat(admin.locator("main")).containsText(texts.text("administration.person.free"));
        office.person(worker).get("/api/v1/session").expect(200);
    }

    @ParameterizedTest
    @MethodSource("trails")
    void asksTheTrailTakesItOutAndVerifiesIt(Texts texts) throws IOException {
        String name = desk.administrator(texts);
        Page page = desk.signedIn(texts, name);
        page.navigate(office.address() + "/settings/audit");
        assertThat(page.locator("main tbody tr.opens").first()).isVisible();
        button(page, texts.text("administration.verify.now")).click();
        Locator verified = page.locator("main .ant-alert-success");
        assertThat(verified).isVisible();
        picture(page, texts, "audit");

        labelled(page, texts.text("administration.audit.who")).fill(name);
        assertThat(page).hasURL(Pattern.compile(".*actor=" + name + ".*"));
        Locator rows = page.locator("main tbody tr.opens");
        assertThat(rows.first()).containsText("Jefa " + texts.language());
        rows.first().click();
        Locator details = page.getByRole(AriaRole.DIALOG);
        assertThat(details).containsText(name);
        picture(page, texts, "audit-details");
        page.keyboard().press("Escape");

        button(page, texts.text("administration.audit.export")).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByText("CSV").click();
        dialog.getByRole(AriaRole.BUTTON, named(texts.text("administration.audit.exportStart")))
                .click();
        Locator fetch = dialog.getByText(texts.text("administration.audit.fetch"));
        assertThat(fetch).isVisible();
        picture(page, texts, "audit-export");
        Download file = page.waitForDownload(fetch::click);
        String content = Files.readString(file.path());
        assertThat(content).contains(name).contains("signed_in");
        assertThat(content).doesNotContain("," + "role_sales" + ",");
        JsonNode told = office.admin()
                .get("/api/v1/audit?action=export&actor=" + name)
                .expect(200)
                .json();
        assertThat(told.path("items").findValuesAsString("action"))
                .contains("export.started", "export.made", "export.fetched");
    }

    @ParameterizedTest
    @MethodSource("desks")
    void steersAJobChangesARightAndLooksAfterHealth(Texts texts) throws IOException {
        String name = desk.administrator(texts);
        Page page = desk.signedIn(texts, name);
        steers(page, texts, name);
        changesARight(page, texts);

        page.navigate(office.address() + "/settings/health");
        assertThat(page.locator("main .health > li")).not().hasCount(0);
        assertThat(page.locator("main")).containsText("PostgreSQL");
        picture(page, texts, "health");
    }

    private void steers(Page page, Texts texts, String name) throws IOException {
        Path file = folder.resolve("register-" + texts.language() + ".csv");
        Files.write(
                file,
                IntStream.range(-1, ROWS)
                        .mapToObj(i -> i < 0 ? "name,mobile" : "Person %d,+3460%d".formatted(i, 1_000_000 + i))
                        .toList());
        Person person = office.person(name);
        long upload = person.upload(file).expect(201).json().path("id").asLong();
        person.post("/api/v1/imports", Map.of("upload", upload, "type", "individual", "mode", "insert"))
                .expect(201);
        page.navigate(office.address() + "/jobs?whose=mine");
        Locator row = page.locator("main tbody tr").first();
        row.getByRole(AriaRole.BUTTON, startsWith(texts.text("jobs.steer.pause")))
                .click();
        assertThat(row).containsText(texts.text("kit.state.paused"));
        picture(page, texts, "jobs-paused");
        row.getByRole(AriaRole.BUTTON, startsWith(texts.text("jobs.steer.resume")))
                .click();
        row.getByRole(AriaRole.BUTTON, startsWith(texts.text("jobs.steer.cancel")))
                .click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, named(texts.text("jobs.steer.cancel")))
                .click();
        assertThat(row).containsText(texts.text("kit.state.cancelled"));
        picture(page, texts, "jobs-cancelled");
    }

    private void changesARight(Page page, Texts texts) {
        String key = "matrix_" + texts.language();
        String label = "Counter " + texts.language();
        office.admin()
                .put(
                        "/api/v1/roles/" + key,
                        Map.of(
                                "labels",
                                Map.of("zh", label, "en", label, "es", label),
                                "functions",
                                List.of("customers.read", "customers.change"),
                                "scope",
                                "own"))
                .expect(200);
        String clerk = "clerk_" + texts.language();
        office.user(clerk, "Clerk " + texts.language(), texts.language(), department, key);

        page.navigate(office.address() + "/settings/matrix");
        button(
                        page,
                        texts.text(
                                "rights.matrix.functionOf",
                                "role",
                                label,
                                "what",
                                office.functionLabel(texts.language(), "customers.export")))
                .click();
        picture(page, texts, "matrix-functions");
        page.locator("main .ant-segmented")
                .getByText(texts.text("rights.matrix.fields"), new Locator.GetByTextOptions().setExact(true))
                .click();
        labelled(page, texts.text("rights.matrix.find")).fill(mobile(texts));
        page.locator("main td button[aria-label^='" + label + "']").first().click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel(texts.text("rights.fields.read")).click();
        page.locator(".ant-select-dropdown:visible .ant-select-item-option")
                .filter(new Locator.FilterOptions().setHasText(texts.text("rights.fields.hidden")))
                .first()
                .click();
        dialog.getByRole(AriaRole.BUTTON, named(texts.text("rights.matrix.done")))
                .click();
        picture(page, texts, "matrix-fields");
        button(page, texts.text("rights.matrix.review")).click();
        Locator consequences = page.getByRole(AriaRole.DIALOG);
        assertThat(consequences).containsText("Clerk " + texts.language());
        picture(page, texts, "matrix-consequences");
        consequences
                .getByRole(AriaRole.BUTTON, named(texts.text("rights.matrix.save")))
                .click();
        assertThat(page.locator(".role-acts")).hasCount(0);
        JsonNode session =
                office.person(clerk).get("/api/v1/session").expect(200).json();
        assertThat(session.path("functions").toString()).contains("customers.export");
        JsonNode role = office.admin()
                .get("/api/v1/roles")
                .json()
                .path("items")
                .valueStream()
                .filter(each -> each.path("key").asString("").equals(key))
                .findFirst()
                .orElseThrow();
        assertThat(role.path("fields").toString()).contains("individual.mobile").contains("hidden");
        // Other stories in this office know the roles it came with.
        office.admin()
                .put("/api/v1/users/" + office.userId(clerk), Map.of("roles", List.of("sales")))
                .expect(200);
        office.admin().delete("/api/v1/roles/" + key).expect(204);
    }

    private static String mobile(Texts texts) {
        return Map.of("zh", "手机", "en", "Mobile", "es", "Móvil").getOrDefault(texts.language(), "");
    }

    private static void picture(Page page, Texts texts, String name) {
        page.waitForTimeout(250);
        Browser.picture(page, "administration-" + texts.language() + "-" + name);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private static Locator.GetByRoleOptions startsWith(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static Locator labelled(Page page, String label) {
        return page.locator("main").getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }
}
