package io.clientela.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.customer.Outcome.Accepted;
import io.clientela.customer.Outcome.Refused;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.ItemChange;
import io.clientela.customer.Submission.ListChange;
import io.clientela.customer.Submission.Target;
import io.clientela.kernel.Actor;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kernel.Scope;
import io.clientela.kernel.Visibility;
import io.clientela.platform.ServerTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class ContactsTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final String SOON = TODAY.plusDays(3).toString().substring(5);

    @Autowired
    WriteGate gate;

    @Autowired
    Customers customers;

    @Autowired
    ComingDays days;

    @Autowired
    Dossiers dossiers;

    @Autowired
    ComingDayStore store;

    @Autowired
    ComingDayFilling filling;

    @Autowired
    FileStore files;

    @Autowired
    Loaded.Loader loader;

    @Autowired
    JdbcClient sql;

    private CustomerNumber enterprise(Actor actor, String[]... contacts) {
        List<ItemChange> items = new ArrayList<>();
        for (String[] contact : contacts) {
            items.add(new ItemChange(OptionalLong.empty(), Cast.values(contact)));
        }
        Submission submission = new Submission(
                new Target.NewFile(),
                "enterprise",
                Cast.values("name", "联络公司"),
                Map.of("contacts", new ListChange(items, List.of())),
                Circumstances.of("page"));
        return ((Accepted) gate.submit(List.of(submission), actor).getFirst()).number();
    }

    private static String[] contact(String... keysAndValues) {
        return keysAndValues;
    }

    private Outcome change(CustomerNumber number, long id, String... values) {
        return submit(
                number, new ListChange(List.of(new ItemChange(OptionalLong.of(id), Cast.values(values))), List.of()));
    }

    private Outcome submit(CustomerNumber number, ListChange contacts) {
        return gate.submit(
                        List.of(new Submission(
                                new Target.Known(number, OptionalLong.empty()),
                                "enterprise",
                                Map.of(),
                                Map.of("contacts", contacts),
                                Circumstances.of("page"))),
                        Cast.CHEN)
                .getFirst();
    }

    private List<FileView.ItemView> contacts(CustomerNumber number) {
        return customers.file(number, Cast.CHEN).lists().get("contacts");
    }

    private static String said(FileView.ItemView item, String key) {
        Cell cell = item.values().get(key);
        return cell == null ? "" : cell.text();
    }

    @Test
    void aSuperiorNamedIsFoundAmongTheOthersAlsoInANewFile() {
        CustomerNumber number = enterprise(
                Cast.CHEN,
                contact("name", "欧阳雪"),
                contact("name", "秦牧", "reports_to", "欧阳雪"),
                contact("name", "韩冬", "reports_to", "总部王总"));
        List<FileView.ItemView> all = contacts(number);
        assertThat(said(all.get(1), "reports_to")).isEqualTo("欧阳雪");
        assertThat(all.get(1).values().get("reports_to").value())
                .isEqualTo(Long.toString(all.getFirst().id()));
        assertThat(said(all.get(2), "reports_to")).isEqualTo("总部王总");
        change(number, all.getFirst().id(), "name", "欧阳雪梅");
        assertThat(said(contacts(number).get(1), "reports_to")).isEqualTo("欧阳雪梅");
    }

    @Test
    void nobodyIsTheirOwnSuperiorByAnyWay() {
        CustomerNumber number = enterprise(
                Cast.CHEN,
                contact("name", "甲"),
                contact("name", "乙", "reports_to", "甲"),
                contact("name", "丙", "reports_to", "乙"));
        long first = contacts(number).getFirst().id();
        long last = contacts(number).get(2).id();
        Refused refused = (Refused) change(number, first, "reports_to", Long.toString(last));
        assertThat(refused.problems())
                .extracting(FieldProblem::field, FieldProblem::code)
                .containsExactly(org.assertj.core.api.Assertions.tuple("contacts.reports_to", "reports_in_circle"));
    }

    @Test
    void whoeverReportedToSomebodyRemovedReportsToTheirName() {
        CustomerNumber number = enterprise(Cast.CHEN, contact("name", "甲"), contact("name", "乙", "reports_to", "甲"));
        submit(
                number,
                new ListChange(List.of(), List.of(contacts(number).getFirst().id())));
        assertThat(said(contacts(number).getFirst(), "reports_to")).isEqualTo("甲");
    }

    @Test
    void oneIsCalledFirst() {
        CustomerNumber number = enterprise(Cast.CHEN, contact("name", "甲", "main", "是"), contact("name", "乙"));
        change(number, contacts(number).get(1).id(), "main", "yes");
        assertThat(contacts(number)).extracting(item -> said(item, "main")).containsExactly("", "yes");
    }

    @Test
    void whoeverLeavesHadComeBefore() {
        CustomerNumber number = enterprise(Cast.CHEN, contact("name", "甲", "since_on", "2024-03-01"));
        long id = contacts(number).getFirst().id();
        Refused refused = (Refused) change(number, id, "left_on", "2024-02-01");
        assertThat(refused.problems()).extracting(FieldProblem::code).containsExactly("left_before_coming");
        assertThat(change(number, id, "left_on", "2026-02-01")).isInstanceOf(Accepted.class);
        assertThat(contacts(number)).hasSize(1);
    }

    @Test
    void anImportantDateComesUpForTheOwnerUntilTheContactLeaves() {
        CustomerNumber number =
                enterprise(Cast.MARTA, contact("name", "艾琳", "important_dates", "1985-" + SOON + " 生日; 随时欢迎来访"));
        List<ComingDay> coming = days.own(30, Cast.MARTA).stream()
                .filter(day -> day.number().equals(number.text()))
                .toList();
        assertThat(coming).hasSize(1);
        assertThat(coming.getFirst().name()).isEqualTo("艾琳");
        assertThat(coming.getFirst().meaning()).isEqualTo("生日");
        assertThat(coming.getFirst().years()).isEqualTo(coming.getFirst().on().getYear() - 1985);
        assertThat(dossiers.of(number, Cast.MARTA).coming()).hasSize(1);
        assertThat(days.own(2, Cast.MARTA)).noneMatch(day -> day.number().equals(number.text()));
        assertThat(days.own(30, Cast.LIU)).noneMatch(day -> day.number().equals(number.text()));

        change(number, contacts(number).getFirst().id(), "left_on", TODAY.toString());

        assertThat(days.own(30, Cast.MARTA)).noneMatch(day -> day.number().equals(number.text()));
        assertThat(dossiers.of(number, Cast.MARTA).coming()).isEmpty();
    }

    @Test
    void theNextDaysAreTakenFirstAndNoMoreThanAsked() {
        Actor owner = Cast.actor(907, 1, new Scope.Own(907), Map.of());
        MonthDay soon = MonthDay.from(TODAY.plusDays(3));
        MonthDay later = MonthDay.from(TODAY.plusDays(40));
        enterprise(owner, contact("name", "晚", "important_dates", text(later) + " 生日"));
        enterprise(owner, contact("name", "早", "important_dates", text(soon) + " 生日"));
        enterprise(
                owner,
                contact(
                        "name",
                        "走",
                        "important_dates",
                        text(soon) + " 生日",
                        "left_on",
                        TODAY.plusDays(3).toString()));
        Map<MonthDay, LocalDate> asked = Map.of(later, TODAY.plusDays(40), soon, TODAY.plusDays(3));
        assertThat(store.ofOwner(907, asked, 10))
                .extracting(ComingDayStore.Day::day)
                .containsExactly(soon, later);
        assertThat(store.ofOwner(907, asked, 1))
                .extracting(ComingDayStore.Day::day)
                .containsExactly(soon);
    }

    private static String text(MonthDay day) {
        return "%02d-%02d".formatted(day.getMonthValue(), day.getDayOfMonth());
    }

    @Test
    void datesFromBeforeDaysCameRoundAreGoneThroughOnce() {
        CustomerNumber number =
                enterprise(Cast.MARTA, contact("name", "旧", "important_dates", SOON + " 生日"), contact("name", "无"));
        long file = files.find(number).orElseThrow().fileId();
        sql.sql("delete from customer.coming_day where file_id = :file")
                .param("file", file)
                .update();
        sql.sql("insert into customer.coming_day_filling values (1, :after, 0)")
                .param("after", file - 1)
                .update();
        filling.run(1);
        assertThat(store.of(file)).hasSize(1);
        filling.run(1);
        assertThat(store.of(file)).hasSize(1);
        assertThat(sql.sql("select count(*) from customer.coming_day_filling")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void daysOneMayNotReadDoNotComeUp() {
        Actor blind = Cast.actor(
                906,
                1,
                new Scope.Own(906),
                Map.of("contact.important_dates", new FieldRight(Visibility.MASKED, true, Visibility.HIDDEN)));
        CustomerNumber number = enterprise(blind, contact("name", "艾文", "important_dates", SOON + " 生日"));
        assertThat(days.own(30, blind)).isEmpty();
        assertThat(dossiers.of(number, blind).coming()).isEmpty();
    }

    @Test
    void whatComesUpIsWhatTheContactsSay() {
        CustomerNumber number = enterprise(
                Cast.CHEN, contact("name", "甲", "important_dates", "02-29 生日; 10-01 婚庆"), contact("name", "乙"));
        List<FileView.ItemView> all = contacts(number);
        change(number, all.get(1).id(), "important_dates", "5月17日 生日");
        change(number, all.getFirst().id(), "important_dates", "10-01 婚庆");
        FileRow row = files.find(number).orElseThrow();
        Loaded file = loader.open(List.of(row)).get(row.fileId());
        List<ComingDayStore.Day> wanted = new ArrayList<>();
        file.state().items("contacts").forEach((id, parts) -> wanted.addAll(ContactUpkeep.of(row.fileId(), id, parts)));
        assertThat(store.of(row.fileId()))
                .containsExactlyInAnyOrderElementsOf(wanted)
                .hasSize(2);
    }

    @Test
    void anIndividualSeesWhereTheyAreAContact() {
        CustomerNumber person = ((Accepted) gate.submit(List.of(Cast.newIndividual("name", "郑秘书")), Cast.CHEN)
                        .getFirst())
                .number();
        CustomerNumber one = enterprise(Cast.CHEN, contact("name", "郑秘书", "person", person.text(), "role", "财务对账"));
        CustomerNumber other =
                enterprise(Cast.CHEN, contact("name", "郑秘书", "person", person.text(), "left_on", "2026-01-31"));
        List<ContactAt> at = dossiers.of(person, Cast.CHEN).contactAt();
        assertThat(at).extracting(ContactAt::number).containsExactly(one.text(), other.text());
        assertThat(at).extracting(ContactAt::left).containsExactly(false, true);
        change(one, contacts(one).getFirst().id(), "person", "");
        assertThat(dossiers.of(person, Cast.CHEN).contactAt())
                .extracting(ContactAt::number)
                .containsExactly(other.text());
    }

    @Test
    void whatIsOutsideTheReadersScopeTakesNoPlaceAndEachEnterpriseShownHasBeenRead() throws InterruptedException {
        CustomerNumber person = ((Accepted) gate.submit(List.of(Cast.newIndividual("name", "众联络")), Cast.LIU)
                        .getFirst())
                .number();
        List<Submission> elsewhere = new ArrayList<>();
        for (int i = 0; i < 51; i++) {
            elsewhere.add(Cast.newEnterprise("别处公司" + i, "name", "众联络", "person", person.text()));
        }
        assertThat(gate.submit(elsewhere, Cast.CHEN)).allMatch(Accepted.class::isInstance);
        CustomerNumber here = enterprise(Cast.LIU, contact("name", "众联络", "person", person.text()));

        assertThat(dossiers.of(person, Cast.LIU).contactAt())
                .extracting(ContactAt::number)
                .containsExactly(here.text());

        long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (reads(here) == 0) {
            assertThat(System.nanoTime()).as("the read is told").isLessThan(patience);
            Thread.sleep(20);
        }
        assertThat(reads(here)).isOne();
    }

    private long reads(CustomerNumber number) {
        return sql.sql("""
                        select count(*)
                        from audit.event a
                        where a.action = 'customer.read'
                          and a.subject = :number
                        """).param("number", number.text()).query(Long.class).single();
    }

    @Test
    void aPersonNobodyKnowsOrMaySeeIsNoOwnFile() {
        CustomerNumber person = ((Accepted) gate.submit(List.of(Cast.newIndividual("name", "别处的人")), Cast.MARTA)
                        .getFirst())
                .number();
        for (String number : List.of(person.text(), "C19990101001")) {
            Outcome outcome = gate.submit(List.of(Cast.newEnterprise("本处公司", "name", "甲", "person", number)), Cast.LIU)
                    .getFirst();
            assertThat(((Refused) outcome).problems())
                    .extracting(FieldProblem::code)
                    .containsExactly("unknown_person");
        }
    }
}
