package io.clientela.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.customer.Outcome.Accepted;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.kernel.Actor;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kernel.Scope;
import io.clientela.kernel.Visibility;
import io.clientela.platform.ServerTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stored files of customers that are merged and parted: whose they are, and which may go to the other side. */
@ServerTest
class MergedFilesTest {

    private static final FieldRight HIDDEN = new FieldRight(Visibility.HIDDEN, false, Visibility.HIDDEN);
    private static final FieldRight MASKED = new FieldRight(Visibility.MASKED, true, Visibility.MASKED);
    private static final FieldRight READ_ONLY = new FieldRight(Visibility.CLEAR, false, Visibility.CLEAR);
    private static final String FIELD = "individual.own_file";

    private static final Actor DIM = Cast.actor(932, 1, new Scope.All(), Map.of(FIELD, MASKED));
    private static final Actor READER = Cast.actor(933, 1, new Scope.All(), Map.of(FIELD, READ_ONLY));

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Customers customers;

    @Autowired
    CustomerAttachments files;

    @Autowired
    Merges merges;

    @Autowired
    JdbcClient sql;

    private FileDesk desk;

    @BeforeEach
    void open() {
        desk = FileDesk.of(beans);
    }

    @Test
    void aFileOfAnAbsorbedCustomerIsThereOnTheMergedOneAndItsOwnAgainAfterwards() throws IOException {
        CustomerNumber other = desk.enter("文件甲");
        Attached before = desk.taken(other, "own_file", "合并前.pdf", Cast.CHEN);
        desk.said(other, "own_file", Long.toString(before.id()), Cast.CHEN);
        Cell own = customers.file(other, Cast.CHEN).values().get("own_file");
        merges.merge(Cast.wish(null, Map.of(), desk.number(), other), Cast.CHEN);

        Cell merged = customers.file(desk.number(), Cast.CHEN).values().get("own_file");
        assertThat(merged).isEqualTo(own);
        assertThat(desk.fetched(before.id(), READER)).contains("合并前");
        assertThat(desk.fetched(other, before.id(), READER)).contains("合并前");
        desk.isNotThere(before.id(), DIM);

        merges.unmerge(Cast.unwish(other), Cast.CHEN);
        assertThat(customers.file(desk.number(), Cast.CHEN).values()).doesNotContainKey("own_file");
        assertThat(customers.file(other, Cast.CHEN).values().get("own_file")).isEqualTo(own);
        assertThat(desk.fetched(other, before.id(), READER)).contains("合并前");
        desk.isNotThere(before.id(), READER);
    }

    @Test
    void whatIsHandedOverUnderAnOldNumberGoesWithThatNumber() throws IOException {
        CustomerNumber other = desk.enter("文件甲");
        merges.merge(Cast.wish(null, Map.of(), desk.number(), other), Cast.CHEN);
        Attached first = desk.taken(other, "own_file", "旧号一.pdf", Cast.CHEN);
        FileDesk.isRefused(
                desk.said(desk.number(), "own_file", Long.toString(first.id()), Cast.CHEN), "unknown_attachment");
        assertThat(desk.said(other, "own_file", Long.toString(first.id()), Cast.CHEN))
                .isInstanceOf(Accepted.class);
        Attached second = desk.taken(other, "own_file", "旧号二.pdf", Cast.CHEN);
        assertThat(desk.said(other, "own_file", Long.toString(second.id()), Cast.CHEN))
                .isInstanceOf(Accepted.class);
        desk.takeBack(other, 4);
        assertThat(customers
                        .file(desk.number(), Cast.CHEN)
                        .values()
                        .get("own_file")
                        .value())
                .isEqualTo(first);
        assertThat(desk.fetched(first.id(), READER)).contains("旧号一");
        // Who looked at the merged customer and hands over under its desk.number(), gives to the leading file.
        Attached leading = desk.taken(desk.number(), "own_scan", "主号.pdf", Cast.CHEN);
        assertThat(desk.said(desk.number(), "own_scan", Long.toString(leading.id()), Cast.CHEN))
                .isInstanceOf(Accepted.class);

        merges.unmerge(Cast.unwish(other), Cast.CHEN);
        assertThat(customers.file(other, Cast.CHEN).values().get("own_file").value())
                .isEqualTo(first);
        assertThat(desk.fetched(other, second.id(), READER)).contains("旧号二");
        desk.isNotThere(first.id(), READER);
        assertThat(customers.file(other, Cast.CHEN).values()).doesNotContainKey("own_scan");
        assertThat(desk.fetched(leading.id(), Cast.CHEN)).contains("主号");
    }

    @Test
    void whatWasHandedOverMeanwhileMayGoToTheOtherSide() throws IOException {
        CustomerNumber other = desk.enter("文件甲");
        Attached before = desk.taken(desk.number(), "own_file", "合并前.pdf", Cast.CHEN);
        desk.said(Long.toString(before.id()), Cast.CHEN);
        merges.merge(Cast.wish(null, Map.of(), desk.number(), other), Cast.CHEN);
        Attached meanwhile = desk.taken(desk.number(), "own_file", "别人的.pdf", Cast.CHEN);
        assertThat(desk.said(Long.toString(meanwhile.id()), Cast.CHEN)).isInstanceOf(Accepted.class);
        assertThat(merges.previewUnmerge(Cast.unwish(other), DIM).entries())
                .extracting(UnmergePreview.Made::movable)
                .containsExactly(false);
        UnmergePreview.Made made =
                merges.previewUnmerge(Cast.unwish(other), Cast.CHEN).entries().getFirst();
        assertThat(made.movable()).isTrue();
        UnmergeWish moving = new UnmergeWish(
                other,
                OptionalLong.empty(),
                List.of(new UnmergeWish.Move(new CustomerNumber(made.from()), made.entry())),
                "",
                Circumstances.of("page"));
        long kept = attachments();
        List<UnmergePreview.Side> sides =
                merges.previewUnmerge(moving, Cast.CHEN).sides();
        assertThat(sides.getFirst().changes())
                .filteredOn(change -> change.field().equals("own_file"))
                .singleElement()
                .satisfies(change -> assertThat(change.now().text()).startsWith("合并前.pdf"));
        assertThat(sides.getLast().changes()).noneMatch(change -> change.field().equals("own_file"));
        assertThat(attachments()).isEqualTo(kept);

        merges.unmerge(moving, Cast.CHEN);

        assertThat(customers
                        .file(desk.number(), Cast.CHEN)
                        .values()
                        .get("own_file")
                        .value())
                .isEqualTo(before);
        Attached own = (Attached)
                customers.file(other, Cast.CHEN).values().get("own_file").value();
        assertThat(own.id()).isNotEqualTo(meanwhile.id());
        assertThat(own.sha256()).isEqualTo(meanwhile.sha256());
        assertThat(desk.fetched(other, own.id(), READER)).isEqualTo("%PDF-1.7\n别人的.pdf");
        desk.isNotThere(own.id(), READER);
        // The entry stays where it was made, and the file with it, as every former value does.
        assertThat(desk.fetched(meanwhile.id(), READER)).contains("别人的");
        assertThat(desk.told("attachment.copied", Cast.CHEN)).isPositive();
    }

    private long attachments() {
        return sql.sql("select count(*) from attachment.attachment")
                .query(Long.class)
                .single();
    }
}
