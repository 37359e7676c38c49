package io.clientela.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientela.customer.Cursors.Position;
import io.clientela.customer.ListStore.Keyed;
import io.clientela.customer.Outcome.Accepted;
import io.clientela.customer.Outcome.Refused;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kernel.Scope;
import io.clientela.kernel.Visibility;
import io.clientela.platform.ServerTest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a reader with narrow rights can and can't learn, by whichever way. */
@ServerTest
class ReadGateTest {

    private static final FieldRight HIDDEN = new FieldRight(Visibility.HIDDEN, false, Visibility.HIDDEN);
    private static final FieldRight MASKED = new FieldRight(Visibility.MASKED, false, Visibility.MASKED);

    /** Reads everything but documents, phones masked. */
    private static final Actor CLERK = Cast.actor(
            911,
            1,
            new Scope.All(),
            Map.of(
                    "individual.document_number", HIDDEN,
                    "individual.mobile", MASKED,
                    "individual.birth_date", MASKED,
                    "contact.mobile", HIDDEN));

    private static final Position START = new Position("", "", 0, 0);

    @Autowired
    WriteGate gate;

    @Autowired
    ReadGate lists;

    @Autowired
    Customers customers;

    @Autowired
    ListStore store;

    private Outcome submit(Submission submission, Actor actor) {
        return gate.submit(List.of(submission), actor).getFirst();
    }

    private CustomerNumber enter(Submission submission) {
        return ((Accepted) submit(submission, Cast.CHEN)).number();
    }

    private List<String> found(String text, Map<String, String> filters, Actor actor) {
        return lists.list(new ListQuery("", text, filters, "created", "", 50), actor).items().stream()
                .map(ListPage.Row::number)
                .toList();
    }

    @Test
    void aHiddenFieldCantBeComparedByWritingIt() {
        CustomerNumber number = enter(Cast.newIndividual("name", "钟离晓", "document_number", "110101198507152235"));
        for (String guess : List.of("110101198507152235", "110101199003070134")) {
            Refused refused =
                    (Refused) submit(Cast.change(number, OptionalLong.empty(), "document_number", guess), CLERK);
            assertThat(refused.problems()).extracting(FieldProblem::code).containsExactly("field_not_writable");
        }
        Outcome contradicting = submit(Cast.change(number, OptionalLong.empty(), "gender", "female"), CLERK);
        assertThat(contradicting).isInstanceOf(Accepted.class);
    }

    @Test
    void aHiddenFieldFindsNothingAndFiltersNothing() {
        enter(Cast.newIndividual("name", "钟离夏", "document_number", "110101198507152075"));
        assertThat(found("110101198507152075", Map.of(), CLERK)).isEmpty();
        assertThatThrownBy(() -> found("", Map.of("document_number", "110101198507152075"), CLERK))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(CustomerError.FILTER_NOT_ALLOWED));
    }

    @Test
    void aMaskedFieldIsFoundOnlyByItsWholeValue() {
        CustomerNumber number = enter(Cast.newIndividual("name", "钟离秋", "mobile", "13912345678"));
        assertThat(found("13912345678", Map.of(), CLERK)).contains(number.text());
        assertThat(found("2345678", Map.of(), CLERK)).doesNotContain(number.text());
        assertThat(found("2345678", Map.of(), Cast.CHEN)).contains(number.text());
    }

    @Test
    void aMaskedDateIsComparedWholeAndNotByRange() {
        CustomerNumber number = enter(Cast.newIndividual("name", "钟离冬", "birth_date", "1985-07-15"));
        assertThat(found("", Map.of("birth_date", "1985-07-15"), CLERK)).contains(number.text());
        assertThatThrownBy(() -> found("", Map.of("birth_date", "1985-01-01..1985-12-31"), CLERK))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> found("", Map.of("birth_date", "+999999999-12-31"), Cast.CHEN))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void filtersAskForOneOfSeveralForBeginningsAndForWhatIsMissing() {
        String female = enter(Cast.newIndividual("name", "滤一", "gender", "female", "city", "Lugo"))
                .text();
        String male = enter(Cast.newIndividual("name", "滤二", "gender", "male", "city", "lugones"))
                .text();
        String silent =
                enter(Cast.newIndividual("name", "滤三", "city", "Oviedo")).text();
        assertThat(found("滤", Map.of("gender.any", "female,male"), Cast.CHEN)).containsExactlyInAnyOrder(female, male);
        assertThat(found("滤", Map.of("gender.not", "female"), Cast.CHEN)).containsExactlyInAnyOrder(male, silent);
        assertThat(found("滤", Map.of("gender.empty", "yes"), Cast.CHEN)).containsExactly(silent);
        assertThat(found("滤", Map.of("gender.filled", "yes"), Cast.CHEN)).containsExactlyInAnyOrder(female, male);
        assertThat(found("滤", Map.of("city.starts", "LUGO"), Cast.CHEN)).containsExactlyInAnyOrder(female, male);
        assertThat(found("滤", Map.of("city.starts", "LUGO", "gender.not", "male"), Cast.CHEN))
                .containsExactly(female);
        assertThat(found("滤", Map.of("needs.empty", "yes"), Cast.CHEN)).hasSize(3);
    }

    @Test
    void oneOfSeveralTakesValuesWithCommasAndRefusesMoreThanItCompares() {
        String comma =
                enter(Cast.newIndividual("name", "逗一", "city", "Lugo, Norte")).text();
        String plain = enter(Cast.newIndividual("name", "逗二", "city", "Lugo")).text();
        String slash = enter(Cast.newIndividual("name", "逗三", "city", "A\\B")).text();
        assertThat(found("逗", Map.of("city.any", "Lugo\\, Norte"), Cast.CHEN)).containsExactly(comma);
        assertThat(found("逗", Map.of("city.any", "Lugo\\, Norte,,Lugo"), Cast.CHEN))
                .containsExactlyInAnyOrder(comma, plain);
        assertThat(found("逗", Map.of("city.any", "A\\B"), Cast.CHEN)).containsExactly(slash);
        assertThat(found("逗", Map.of("city.any", "A\\\\B,Lugo"), Cast.CHEN)).containsExactlyInAnyOrder(slash, plain);
        String most = "x,".repeat(49) + "Lugo,";
        assertThat(found("逗", Map.of("city.any", most), Cast.CHEN)).containsExactly(plain);
        assertThatThrownBy(() -> found("逗", Map.of("city.any", most + "y"), Cast.CHEN))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.error()).isEqualTo(CustomerError.FILTER_TOO_MANY);
                    assertThat(refusal.details()).containsEntry("given", "51").containsEntry("most", "50");
                });
    }

    @Test
    void aMaskedFieldIsAskedForNothingButItsWholeValue() {
        for (String asked : List.of("not", "any", "starts", "empty", "filled", "shape")) {
            assertThatThrownBy(() -> found("", Map.of("mobile." + asked, "13912345678"), CLERK))
                    .as(asked)
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.error()).isEqualTo(CustomerError.FILTER_NOT_ALLOWED));
        }
        assertThatThrownBy(() -> found("", Map.of("document_number.empty", "yes"), CLERK))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void guessingMaskedValuesIsLimited() {
        Actor guesser = Cast.actor(
                912, 1, new Scope.All(), CLERK.rights().roles().getFirst().byField());
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        found("", Map.of("birth_date", "1985-07-15"), guesser);
                    }
                })
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(CommonError.TOO_MANY_REQUESTS));
    }

    @Test
    void rightsReachIntoLists() {
        Refused refused =
                (Refused) submit(Cast.newEnterprise("上海钟离商贸有限公司", "name", "李伟", "mobile", "13900000001"), CLERK);
        assertThat(refused.problems()).extracting(FieldProblem::field).contains("contacts.mobile");
        assertThat(submit(Cast.newEnterprise("上海钟离商贸有限公司", "name", "李伟"), CLERK))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void aNamesakeAmongTheContactsIsAnotherPerson() {
        CustomerNumber number = enter(Cast.newEnterprise("杭州钟离科技有限公司", "name", "李伟", "mobile", "13900000002"));
        submit(Cast.addContact(number, "name", "李伟", "mobile", "13900000003"), Cast.CHEN);
        assertThat(customers.file(number, Cast.CHEN).lists().get("contacts")).hasSize(2);
    }

    @Test
    void aListIsNoValue() {
        CustomerNumber number = enter(Cast.newIndividual("name", "钟离春"));
        Refused refused = (Refused) submit(Cast.change(number, OptionalLong.empty(), "contacts", "x"), Cast.CHEN);
        assertThat(refused.problems()).extracting(FieldProblem::code).containsExactly("unknown_field");
    }

    @Test
    void aFileGivenAwayIsAnsweredWithItsNumberOnly() {
        CustomerNumber number = enter(Cast.newIndividual("name", "钟离远"));
        Outcome changed = submit(Cast.change(number, OptionalLong.empty(), "remarks", "远"), Cast.CHEN);
        for (FileView view :
                List.of(customers.written(number, Cast.LIU), customers.written((Outcome.Accepted) changed, Cast.LIU))) {
            assertThat(view.status()).isEqualTo("elsewhere");
            assertThat(view.number()).isEqualTo(number.text());
            assertThat(view.values()).isEmpty();
            assertThat(view.owner()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "-name", "created", "-created"})
    void whatIsTakenOutWholeIsWhatListsShow(String sort) {
        for (String name : List.of("钟离丙", "钟离甲", "钟离乙", "钟离甲", "Zhongli")) {
            enter(Cast.newIndividual("name", name));
        }
        for (Scope scope : List.of(new Scope.All(), new Scope.Own(Cast.CHEN.userId()))) {
            Position after = START;
            List<Long> shown = new ArrayList<>();
            List<Long> whole = new ArrayList<>();
            for (int page = 0; page < 4; page++) {
                List<Keyed> keyed = store.page(scope, DSL.noCondition(), sort, after, 2);
                keyed.forEach(one -> shown.add(one.fileId()));
                store.whole(scope, DSL.noCondition(), sort, after, 2)
                        .forEach(one -> whole.add(one.row().fileId()));
                if (!keyed.isEmpty()) {
                    Keyed last = keyed.getLast();
                    after = new Position(sort, Base64.getEncoder().encodeToString(last.sort()), last.fileId(), 0);
                }
            }
            assertThat(whole).hasSizeGreaterThan(4).isEqualTo(shown);
        }
    }

    /** Whether all departments have alike many, or one nearly all: the page and its order are those of the base. */
    @ParameterizedTest
    @ValueSource(strings = {"created", "-created", "name"})
    void manyDepartmentsGiveOnePageInOneOrder(String sort) {
        Set<Long> even = new HashSet<>();
        Set<Long> uneven = new HashSet<>();
        for (long department = 0; department < 8; department++) {
            even.add(70_000 + department);
            uneven.add(71_000 + department);
            for (int i = 0; i < 5; i++) {
                owned("申屠" + i + department, 70_000 + department);
                owned("申屠" + department + i, 71_000);
            }
            owned("申屠" + department, 71_000 + department);
        }
        for (Set<Long> departments : List.of(even, uneven)) {
            Scope scope = new Scope.Departments(913, departments);
            List<Long> all = ids(store.page(scope, DSL.noCondition(), sort, START, 1_000));
            assertThat(all).hasSizeGreaterThanOrEqualTo(40);
            Position after = START;
            List<Long> walked = new ArrayList<>();
            for (int page = 0; page < 6; page++) {
                List<Keyed> keyed = store.page(scope, DSL.noCondition(), sort, after, 10);
                walked.addAll(ids(keyed));
                if (!keyed.isEmpty()) {
                    after = new Position(
                            sort,
                            Base64.getEncoder().encodeToString(keyed.getLast().sort()),
                            keyed.getLast().fileId(),
                            0);
                }
            }
            assertThat(walked).isEqualTo(all.subList(0, Math.min(all.size(), 60)));
        }
    }

    private static List<Long> ids(List<Keyed> keyed) {
        return keyed.stream().map(Keyed::fileId).toList();
    }

    private void owned(String name, long department) {
        submit(Cast.newIndividual("name", name), Cast.actor(913, department, new Scope.All(), Map.of()));
    }

    @Test
    void aBookmarkBelongsToItsOrder() {
        enter(Cast.newIndividual("name", "钟离一"));
        enter(Cast.newIndividual("name", "钟离二"));
        String next = lists.list(new ListQuery("", "", Map.of(), "created", "", 1), Cast.CHEN)
                .next();
        assertThatThrownBy(() -> lists.list(new ListQuery("", "", Map.of(), "name", next, 1), Cast.CHEN))
                .isInstanceOf(Refusal.class);
    }
}
