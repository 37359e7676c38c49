package io.clientela;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static java.util.Map.entry;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The walls of the product as rules over one root package, so that the same rule can be held against the product and
 * against planted violations.
 */
record Walls(String root) {

    /** Folders that say nothing of what is in them; rooms are named by meaning. */
    private static final List<String> EMPTY_NAMES =
            List.of("dto", "service", "services", "impl", "util", "utils", "mapper", "manager", "helper", "helpers");

    private static final Pattern RUNS_SQL = Pattern.compile("org\\.springframework\\.jdbc\\.core\\.simple\\.JdbcClient"
            + "|org\\.springframework\\.jdbc\\.core\\.(namedparam\\.)?\\w*(Template|Operations)"
            + "|java\\.sql\\.(\\w*Statement|Connection|DriverManager)|org\\.jooq\\.DSLContext");

    private static final Set<String> STREAMS = Set.of(
            "org.springframework.jdbc.core.simple.JdbcClient$MappedQuerySpec.stream",
            "org.springframework.jdbc.core.JdbcTemplate.queryForStream",
            "org.springframework.jdbc.core.JdbcOperations.queryForStream",
            "org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate.queryForStream",
            "org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations.queryForStream");

    /** Classes that speak SQL although they aren't stores, each with its reason. */
    private static final Map<String, String> SPEAK_SQL = Map.of(
            "platform.Outbox", "the outbox is one small table and its two statements",
            "platform.Settings", "dated settings are one small table and its few statements",
            "platform.Copy", "COPY goes through the driver itself",
            "platform.Bundle", "it sends the statements of stores together",
            "platform.Bundles", "it opens them",
            "platform.Connections", "tells a lost connection from a refused statement",
            "platform.DatabaseConnection", "opens what the others use",
            "audit.AuditParts", "puts the room together where no Spring does",
            "access.AccessStandalone", "puts the room together where no Spring does");

    /** The write gate and its parts; nobody else writes a customer. */
    private static final Set<String> GATE = Set.of(
            "customer.WriteGate",
            "customer.Round",
            "customer.Arriving",
            "customer.Writing",
            "customer.Undoing",
            "customer.Tying",
            "customer.Parting",
            "customer.Reassigning",
            "customer.TieEntries",
            "customer.Settling");

    private static final Pattern WRITING =
            Pattern.compile("(File|Journal|Search|Key|Item|Link)Store\\.(insert|append|update|remove|end|link)\\w*"
                    + "|LinkStore\\.(make|pick)|Settling\\.(settle|own)|TieEntries\\.append"
                    + "|(Writing|Arriving)\\.write|Undoing\\.undo|Round\\.(run|arrive)");

    /** Who asks for a customer's rights before a stored file is taken, named or handed out. */
    private static final Set<String> HANDLE_FILES = Set.of("customer.Attaching", "customer.CustomerAttachments");

    private static final Pattern HANDLING = Pattern.compile("take|find|content|copy|bind");

    /** The only classes that may make a clock. */
    private static final Set<String> MAKE_CLOCKS =
            Set.of("platform.PlatformConfiguration", "access.AccessStandalone", "demo.DemoPast");

    Map<String, ArchRule> all() {
        return Map.ofEntries(
                entry("gate", onlyTheGateWritesCustomers()),
                entry("kit", kitIsPlainJava()),
                entry("kernel", kernelIsWordsOnly()),
                entry("sql", onlyStoresSpeakSql()),
                entry("streams", noRowsAreStreamed()),
                entry("time", timeComesFromAClock()),
                entry("names", packagesAreNamedByMeaning()),
                entry("injection", nothingIsInjectedIntoFields()),
                entry("controllers", controllersArePackagePrivate()),
                entry("legacy", noLegacyDates()),
                entry("files", storedFilesPassAGate()));
    }

    ArchRule kitIsPlainJava() {
        return noClasses()
                .that(are(in("kit")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "java.sql..",
                        "javax.sql..",
                        "tools.jackson.databind.annotation..",
                        root + ".kernel..",
                        root + ".platform..")
                .because("kit must also run where there is neither Spring nor a database");
    }

    ArchRule kernelIsWordsOnly() {
        return noClasses()
                .that(are(in("kernel")))
                .should()
                .dependOnClassesThat(resideInAPackage("org.springframework..")
                        .and(DescribedPredicate.not(resideInAPackage("org.springframework.modulith..")))
                        .or(resideInAPackage("java.sql.."))
                        .or(resideInAPackage("javax.sql..")))
                .because("every room shares the words of kernel, whatever it stands on");
    }

    ArchRule onlyStoresSpeakSql() {
        return noClasses()
                .that(notStores())
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "run SQL", type -> RUNS_SQL.matcher(type.getName()).matches()))
                .because("all SQL of a room stands in its …Store");
    }

    /** A stream of rows is closed by nobody who only collects it. */
    ArchRule noRowsAreStreamed() {
        return noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "streams rows",
                        call -> STREAMS.contains(call.getTargetOwner().getName() + "." + call.getName())))
                .because(
                        "an open stream keeps its connection, and a dozen of them all there are; list() gives it back");
    }

    ArchRule onlyTheGateWritesCustomers() {
        return noClasses()
                .that(named(GATE).negate())
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "write a customer",
                        call -> call.getTargetOwner().getPackageName().equals(root + ".customer")
                                && !call.getTargetOwner().equals(call.getOriginOwner())
                                && WRITING.matcher(call.getTargetOwner().getSimpleName() + "." + call.getName())
                                        .matches()))
                .because("journal, state, search and keys change together or not at all");
    }

    ArchRule storedFilesPassAGate() {
        return noClasses()
                .that(named(HANDLE_FILES).negate())
                .and(DescribedPredicate.not(in("attachment")))
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "handle a stored file",
                        call -> call.getTargetOwner().getName().equals(root + ".attachment.Attachments")
                                && HANDLING.matcher(call.getName()).matches()))
                .because("the room of stored files asks nobody's rights; whoever hands one out has to");
    }

    ArchRule timeComesFromAClock() {
        return noClasses()
                .that(named(MAKE_CLOCKS).negate())
                .should()
                .callMethodWhere(readsTheMachinesClock())
                .because("time is an argument: an injected Clock, which tests move");
    }

    ArchRule packagesAreNamedByMeaning() {
        return noClasses()
                .should()
                .resideInAnyPackage(EMPTY_NAMES.stream()
                        .map(name -> root + ".." + name + "..")
                        .toArray(String[]::new))
                .because("a folder is named by what it is about");
    }

    ArchRule nothingIsInjectedIntoFields() {
        return noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + "..")
                .should(com.tngtech.archunit.lang.conditions.ArchConditions.be(annotated(
                        "org.springframework.beans.factory.annotation.Autowired",
                        "org.springframework.beans.factory.annotation.Value",
                        "jakarta.inject.Inject",
                        "jakarta.annotation.Resource")))
                .because("what a class needs stands in its constructor");
    }

    ArchRule controllersArePackagePrivate() {
        return classes()
                .that()
                .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
                .or()
                .areAnnotatedWith("org.springframework.stereotype.Controller")
                .should()
                .bePackagePrivate()
                .because("a controller is nobody's to call");
    }

    ArchRule noLegacyDates() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.util\\.(Date|Calendar|GregorianCalendar)|java\\.text\\.SimpleDateFormat|java\\.sql\\.Date")
                .because("java.time says what it means");
    }

    private DescribedPredicate<JavaClass> in(String room) {
        return resideInAPackage(root + "." + room + "..");
    }

    private DescribedPredicate<JavaClass> notStores() {
        return DescribedPredicate.describe(
                "are neither stores nor listed nor the launcher of PostgreSQL",
                type -> !outermost(type).getSimpleName().endsWith("Store")
                        && !SPEAK_SQL.containsKey(localName(type))
                        && !type.getPackageName().startsWith(root + ".platform.postgres")
                        && !outermost(type).getSimpleName().endsWith("Configuration"));
    }

    private DescribedPredicate<JavaClass> named(Set<String> names) {
        return DescribedPredicate.describe("are " + names, type -> names.contains(localName(type)));
    }

    private String localName(JavaClass type) {
        String name = outermost(type).getName();
        return name.startsWith(root + ".") ? name.substring(root.length() + 1) : name;
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Walls::outermost).orElse(type);
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheMachinesClock() {
        return DescribedPredicate.describe("reads the machine's clock", access -> {
            if (!(access.getTarget() instanceof CodeUnitCallTarget target)) {
                return false;
            }
            String owner = target.getOwner().getName();
            boolean withClock = target.getRawParameterTypes().stream()
                    .anyMatch(type -> type.getName().equals("java.time.Clock"));
            return switch (target.getName()) {
                case "now" -> owner.startsWith("java.time.") && !withClock;
                case "currentTimeMillis" -> owner.equals("java.lang.System");
                case "systemUTC", "systemDefaultZone", "system" -> owner.equals("java.time.Clock");
                case "systemDefault" -> owner.equals("java.time.ZoneId");
                default -> false;
            };
        });
    }

    private static DescribedPredicate<JavaMember> annotated(String... names) {
        DescribedPredicate<CanBeAnnotated> any = DescribedPredicate.describe(
                "injected", member -> List.of(names).stream().anyMatch(member::isAnnotatedWith));
        return any.forSubtype();
    }
}
