package io.clientela;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;
import planted.rooms.PlantedRooms;

/** Rooms stay apart: the product keeps every wall, and every wall stops somebody who was sent to run through it. */
class WallsTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.clientela");
    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages("io.clientela");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted.clientela");

    private static final Pattern WRITES_CUSTOMERS =
            Pattern.compile("(?i)\\b(insert\\s+into|update|delete\\s+from|copy|truncate)\\s+customer\\.");

    /** What each rule must find in the planted classes, no more and no less. */
    private static final Map<String, Integer> PLANTED_VIOLATIONS = new TreeMap<>(Map.ofEntries(
            entry("gate", 1),
            entry("kit", 2),
            entry("kernel", 2),
            entry("sql", 4),
            entry("streams", 1),
            entry("time", 4),
            entry("names", 1),
            entry("injection", 1),
            entry("controllers", 1),
            entry("legacy", 1),
            entry("files", 1)));

    static Stream<String> rules() {
        return PLANTED_VIOLATIONS.keySet().stream();
    }

    @Test
    void everyRuleHasAPlantedViolation() {
        assertThat(PLANTED_VIOLATIONS.keySet())
                .isEqualTo(new Walls("io.clientela").all().keySet());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void productKeepsTheWall(String rule) {
        new Walls("io.clientela").all().get(rule).allowEmptyShould(true).check(PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void wallStopsItsPlantedViolation(String rule) {
        EvaluationResult result = new Walls("planted.clientela").all().get(rule).evaluate(PLANTED);

        Stream<String> classes = result.getFailureReport().getDetails().stream()
                .map(line -> line.replaceAll("^.*?<?planted\\.clientela\\.([\\w.]*[A-Z]\\w*).*$", "$1"))
                .distinct();
        assertThat(result.getFailureReport().getDetails())
                .as("violations of " + rule)
                .isNotEmpty();
        assertThat(classes).hasSize(PLANTED_VIOLATIONS.getOrDefault(rule, 0));
    }

    /** The pool of a test runs dry as soon as another's, and the failure then names whoever came last. */
    @Test
    void noTestStreamsRows() {
        new Walls("io.clientela").all().get("streams").check(TESTS);
    }

    /** A statement of another room would go past the gate without calling anybody. */
    @Test
    void noOtherRoomsSqlWritesCustomers() throws IOException {
        assertThat(WRITES_CUSTOMERS
                        .matcher("update customer.file set name = 'x'")
                        .find())
                .isTrue();
        Path rooms = Path.of("src/main/java/io/clientela");
        try (Stream<Path> sources = Files.walk(rooms)) {
            List<Path> others = sources.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.startsWith(rooms.resolve("customer")))
                    .toList();
            assertThat(others).hasSizeGreaterThan(100);
            for (Path file : others) {
                assertThat(WRITES_CUSTOMERS.matcher(Files.readString(file)).find())
                        .as(file.toString())
                        .isFalse();
            }
        }
    }

    @Test
    void roomsCallOnlyWhomTheyMay() {
        modules(ClientelaApplication.class).verify();
    }

    @Test
    void callAcrossAForbiddenWallIsFound() {
        assertThatThrownBy(() -> ApplicationModules.of(PlantedRooms.class, (ImportOption) location -> true)
                        .verify())
                .isInstanceOf(Violations.class)
                .hasMessageContaining("upstairs");
    }

    /** kit is plain code that any room may use, not a room. */
    private static ApplicationModules modules(Class<?> application) {
        return ApplicationModules.of(
                application,
                com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(
                        "io.clientela.kit..", "io.clientela.cli.."));
    }
}
