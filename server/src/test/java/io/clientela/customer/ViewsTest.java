package io.clientela.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientela.access.Accounts;
import io.clientela.access.Actors;
import io.clientela.access.Department;
import io.clientela.access.Departments;
import io.clientela.customer.view.Taste;
import io.clientela.customer.view.View.Circle;
import io.clientela.customer.view.View.Circle.Kind;
import io.clientela.customer.view.View.Column;
import io.clientela.customer.view.View.Shown;
import io.clientela.customer.view.Views;
import io.clientela.customer.view.Views.Seen;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.FieldRights;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Visibility;
import io.clientela.platform.ServerTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Named lists, one's own and shared ones. */
@ServerTest
class ViewsTest {

    @Autowired
    Views views;

    @Autowired
    Accounts accounts;

    @Autowired
    Departments departments;

    @Autowired
    Actors actors;

    @Autowired
    JdbcClient sql;

    private long department(long parent) {
        String name = "view-" + UUID.randomUUID();
        return departments
                .create(
                        Actors.system(),
                        new Department(
                                0,
                                name,
                                parent == 0 ? OptionalLong.empty() : OptionalLong.of(parent),
                                OptionalLong.empty()))
                .id();
    }

    private Actor person(long department, String role) {
        String name = "view-" + UUID.randomUUID().toString().substring(0, 8);
        long id = accounts.create(
                        Actors.system(),
                        new Accounts.Draft(
                                name,
                                name,
                                Optional.empty(),
                                false,
                                "en",
                                OptionalLong.of(department),
                                List.of(role),
                                true))
                .account()
                .id();
        return actors.actor(id, "127.0.0.1", "page");
    }

    /** The same person where roles hide a field. */
    private static Actor without(Actor actor, String field) {
        return seeing(actor, field, Visibility.HIDDEN);
    }

    /** The same person where roles say this of a field and nothing of others. */
    private static Actor seeing(Actor actor, String field, Visibility read) {
        return new Actor(
                actor.userId(),
                actor.name(),
                actor.departmentId(),
                actor.functions(),
                actor.scope(),
                new FieldRights(Map.of(field, new FieldRight(read, false, read))),
                actor.language(),
                actor.origin(),
                actor.channel());
    }

    private static Shown shown(String name) {
        return new Shown(
                name,
                "individual",
                "",
                Map.of("city", "秘密城"),
                "{\"field\":\"level\",\"op\":\"is\",\"value\":\"vip\"}",
                "name",
                List.of(new Column("name", 300), new Column("level", 120), new Column("created", 110)));
    }

    private List<String> names(Actor actor) {
        return views.visible(actor).stream()
                .map(seen -> seen.view().shown().name())
                .toList();
    }

    @Test
    void aViewIsSeenByTheCircleItIsSharedWith() {
        long above = department(0);
        Actor maker = person(above, "sales");
        Actor below = person(department(above), "customer_service");
        Actor elsewhere = person(department(0), "sales");
        views.keep(shown("own"), Circle.OWN, maker);
        views.keep(shown("ours"), new Circle(Kind.DEPARTMENT, Long.toString(above)), maker);
        views.keep(shown("sellers"), new Circle(Kind.ROLE, "sales"), maker);
        assertThat(names(maker)).containsExactly("own", "ours", "sellers");
        assertThat(names(below)).containsExactly("ours");
        assertThat(names(elsewhere)).containsExactly("sellers");
        assertThatThrownBy(() -> views.keep(shown("x"), new Circle(Kind.ROLE, "sales"), below))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(CustomerError.VIEW_CIRCLE));
    }

    @Test
    void aReaderWhoMayNotAskWhatItAsksIsToldSoAndNoMore() {
        long department = department(0);
        Actor maker = person(department, "sales");
        Actor reader = without(person(department, "sales"), "individual.level");
        views.keep(shown("secret"), new Circle(Kind.DEPARTMENT, Long.toString(department)), maker);
        Seen seen = views.visible(reader).getFirst();
        assertThat(seen.withheld()).isTrue();
        assertThat(seen.view().shown().filters()).isEmpty();
        assertThat(seen.view().shown().where()).isEmpty();
        assertThat(seen.view().shown().columns()).extracting(Column::key).containsExactly("name", "created");
        assertThatThrownBy(() -> views.keep(shown("mine"), Circle.OWN, reader))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(CustomerError.FILTER_NOT_ALLOWED));
    }

    @Test
    void aReaderWhoSeesAFieldMaskedIsNotToldTheWholeValueSomebodyElseAsksFor() {
        long department = department(0);
        Actor maker = person(department, "sales");
        Actor reader = person(department, "sales");
        Seen kept = views.keep(shown("whole"), new Circle(Kind.DEPARTMENT, Long.toString(department)), maker);
        assertThat(seen(kept, reader).withheld()).isFalse();
        for (String field : List.of("individual.city", "individual.level")) {
            Actor masked = seeing(reader, field, Visibility.MASKED);
            Seen seen = seen(kept, masked);
            assertThat(seen.withheld()).as(field).isTrue();
            assertThat(seen.view().shown().filters()).as(field).isEmpty();
            assertThat(seen.view().shown().where()).as(field).isEmpty();
        }
        Actor masked = seeing(maker, "individual.city", Visibility.MASKED);
        assertThat(seen(kept, masked).view().shown().filters()).isNotEmpty();
    }

    private Seen seen(Seen kept, Actor reader) {
        return views.visible(reader).stream()
                .filter(seen -> seen.view().id() == kept.view().id())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void searchWordsThatMayBeAWholeValueAreToldToWhoeverSeesAllThatIsSearchedOnly() {
        long department = department(0);
        Actor maker = person(department, "sales");
        Actor reader = person(department, "sales");
        for (String words : List.of("138 0013 8000", "１３８００１３８０００", "ana@example.com", "11010119900307451X")) {
            Seen kept = views.keep(
                    new Shown("words", "", words, Map.of(), "", "", List.of()),
                    new Circle(Kind.DEPARTMENT, Long.toString(department)),
                    maker);
            for (String field : List.of("individual.mobile", "contact.email", "individual.document_number")) {
                Actor masked = seeing(reader, field, Visibility.MASKED);
                Seen seen = seen(kept, masked);
                assertThat(seen.withheld()).as(words + " " + field).isTrue();
                assertThat(seen.view().shown().text()).isEmpty();
            }
            Actor clear = seeing(reader, "*", Visibility.CLEAR);
            assertThat(seen(kept, clear).view().shown().text()).isEqualTo(words);
        }
        Seen kept = views.keep(
                new Shown("name", "", "李华 2026", Map.of(), "", "", List.of()),
                new Circle(Kind.DEPARTMENT, Long.toString(department)),
                maker);
        Actor masked = seeing(reader, "individual.mobile", Visibility.MASKED);
        assertThat(seen(kept, masked).view().shown().text()).isEqualTo("李华 2026");
    }

    @Test
    void onesOwnViewsComeBeforeThoseOfOthersSoThatNoneIsLostAmongThem() {
        long department = department(0);
        Actor other = person(department, "sales");
        Actor reader = person(department, "sales");
        views.keep(shown("theirs"), new Circle(Kind.DEPARTMENT, Long.toString(department)), other);
        views.keep(shown("mine"), Circle.OWN, reader);
        assertThat(names(reader)).startsWith("mine").contains("theirs");
    }

    @Test
    void onlyItsMakerChangesItAndOnlyTheVersionTheyLookedAt() {
        long department = department(0);
        Actor maker = person(department, "sales");
        Actor reader = person(department, "sales");
        Circle ours = new Circle(Kind.DEPARTMENT, Long.toString(department));
        Seen kept = views.keep(shown("first"), ours, maker);
        long id = kept.view().id();
        assertThatThrownBy(() -> views.change(id, shown("theirs"), ours, OptionalLong.empty(), reader))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(CustomerError.VIEW_OF_ANOTHER));
        views.change(id, shown("second"), ours, OptionalLong.of(1), maker);
        assertThatThrownBy(() -> views.change(id, shown("third"), ours, OptionalLong.of(1), maker))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(CommonError.STALE_VERSION));
        assertThat(names(reader)).containsExactly("second");
        views.delete(id, maker);
        assertThat(names(reader)).isEmpty();
    }

    @Test
    void howSomebodyLikesTheirListsIsRemembered() {
        Actor maker = person(department(0), "sales");
        assertThat(views.taste(maker)).isEqualTo(Taste.USUAL);
        Seen kept = views.keep(shown("first"), Circle.OWN, maker);
        Taste liked = new Taste(Optional.of(kept.view().id()), Map.of("all", List.of(new Column("name", 200))));
        assertThat(views.keep(liked, maker)).isEqualTo(liked);
        Actor other = person(department(0), "sales");
        assertThatThrownBy(() -> views.keep(liked, other))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(CommonError.NOT_FOUND));
        assertThatThrownBy(() ->
                        views.keep(new Taste(Optional.empty(), Map.of("all", List.of(new Column("name", 9)))), maker))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whatAViewAsksIsKeptSealed() {
        views.keep(shown("sealed"), Circle.OWN, person(department(0), "sales"));
        assertThat(sql.sql("select count(*) from customer.view v where v::text like '%秘密城%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
