package io.clientela.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An office drops in its register, reads what was refused, finds and corrects a customer; the department next door sees nothing of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisterStoryTest {

    private static final Path REGISTERS =
            Path.of(System.getProperty("clientela.root", "..")).toAbsolutePath().resolve("../shared/data/registers");
    private static final String NEIGHBOURS_OWN = "Nadia 那迪亚";

    private final Office office = Office.open();
    private final Browser browser = Browser.open();

    @AfterAll
    void close() {
        browser.close();
        office.close();
    }

    @Test
    void bringsAChineseRegisterIn() {
        Path register = register("personas_cn.csv");
        String name = "田雅涵";
        Worker worker = atWork("zhao", "赵敏", PageWords.chinese());
        worker.hands(register);
        worker.reads(14, "校验位不符");
        worker.reads(35, "位数不正确");
        worker.enters();
        worker.reads(14, "校验位不符");
        worker.reads(35, "位数不正确");

        worker.opensList();
        worker.finds("雅涵", name);
        worker.finds("tianyahan", name);
        worker.finds("tyh", name);
        worker.findsOnly("131 4884 8032", name);
        worker.findsOnly("330106197608065147", name);
        String number = worker.opens(name);
        worker.changesPhone("1314884803", "位数不正确", "139 1357 2468");
        worker.readsHistory("13913572468");
        assertThat(mobile("zhao", number)).isEqualTo("+8613913572468");

        isNotSeenNextDoor(
                PageWords.chinese(), "qian", number, name, List.of("雅涵", "13913572468", "330106197608065147"));
    }

    @Test
    void bringsASpanishRegisterIn() {
        Path register = register("clientes_es.csv");
        String name = "Antonio Javier López López";
        Worker worker = atWork("marta", "Marta Gil", PageWords.spanish());
        worker.hands(register);
        worker.reads(1, "letra de control no coincide");
        worker.reads(21, "letra de control no coincide");
        worker.enters();
        worker.reads(1, "letra de control no coincide");
        worker.reads(21, "letra de control no coincide");

        worker.opensList();
        worker.finds("lo", "López");
        worker.finds("javier lopez lopez", name);
        worker.findsOnly("616 57 70 14", name);
        worker.findsOnly("94310965-v", name);
        String number = worker.opens(name);
        worker.changesPhone("61657701", "No es un número de teléfono válido", "600 11 22 33");
        worker.readsHistory("600 11 22 33");
        assertThat(mobile("marta", number)).isEqualTo("+34600112233");

        isNotSeenNextDoor(
                PageWords.spanish(), "pablo", number, name, List.of("javier lopez lopez", "600112233", "94310965V"));
    }

    private static Path register(String file) {
        Path register = REGISTERS.resolve(file).normalize();
        assumeTrue(Files.exists(register), "the registers aren't here");
        return register;
    }

    private Worker atWork(String user, String displayName, PageWords words) {
        long department = office.department("A " + displayName, 0);
        office.user(user, displayName, words.language(), department, "business_department");
        Worker worker =
                new Worker(browser.window(words.locale(), office.address()), words, "register-" + words.language());
        worker.signsIn(user);
        return worker;
    }

    private String mobile(String user, String number) {
        return office.person(user)
                .get("/api/v1/customers/" + number)
                .expect(200)
                .json()
                .path("values")
                .path("mobile")
                .path("value")
                .asString("");
    }

    /** Not in the list, not by search, not by address, not in an export, not through the interface. */
    private void isNotSeenNextDoor(PageWords words, String user, String number, String name, List<String> searches) {
        long department = office.department("B " + user, 0);
        office.user(user, user, words.language(), department, "business_department");
        Person person = office.person(user);
        person.post("/api/v1/customers", Map.of("type", "individual", "values", Map.of("name", NEIGHBOURS_OWN)))
                .expect(201);

        Worker neighbour = new Worker(
                browser.window(words.locale(), office.address()), words, "register-" + words.language() + "-next-door");
        neighbour.signsIn(user);
        neighbour.findsOnly("nadia", NEIGHBOURS_OWN);
        searches.forEach(search -> neighbour.findsNothing(search, name));
        neighbour.isRefused(office.address() + "/customers/" + number, name);
        assertThat(neighbour.exports()).contains(NEIGHBOURS_OWN).doesNotContain(number, name);

        String file = "/api/v1/customers/" + number;
        person.get(file).expect(404);
        person.get(file + "/history").expect(404);
        person.with("If-Match", "\"1\"")
                .patch(file, Map.of("values", Map.of("remarks", "x")))
                .expect(404);
        assertThat(person.get("/api/v1/customers").expect(200).text())
                .contains(NEIGHBOURS_OWN)
                .doesNotContain(number, name);
    }
}
