package io.clientela.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.matching.LookedForStore.Holder;
import io.clientela.matching.LookedForStore.Keyed;
import io.clientela.platform.ServerTest;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Where many have a key in common and few another, those few aren't cut off. */
@ServerTest
class RarestFirstTest {

    private static final int COMMON_NAME = 1_700_000_001;
    private static final int TELEPHONE = 1_700_000_002;
    private static final long FIRST = 8_000_000_000L;
    private static final int NAMESAKES = 40;
    private static final int VERY_MANY = 301;
    private static final int MOST = 10;

    @Autowired
    LookedForStore keys;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whoHasTheRareKeyComesBeforeThoseWithTheCommonOne() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            List<Keyed> namesakes = LongStream.range(FIRST, FIRST + NAMESAKES)
                    .mapToObj(id -> new Keyed(id, "individual", new int[] {COMMON_NAME}))
                    .toList();
            keys.insert(namesakes, true);
            long same = FIRST + NAMESAKES;
            keys.insert(List.of(new Keyed(same, "individual", new int[] {COMMON_NAME, TELEPHONE})), true);

            List<Holder> found = keys.holders("individual", List.of(COMMON_NAME, TELEPHONE), MOST);

            assertThat(found).hasSize(MOST).startsWith(new Holder(TELEPHONE, same));
            assertThat(found.stream().skip(1)).allMatch(holder -> holder.key() == COMMON_NAME);
            assertThat(keys.holders("enterprise", List.of(TELEPHONE), MOST)).isEmpty();
            assertThat(keys.find("individual", List.of(COMMON_NAME, TELEPHONE), MOST))
                    .hasSize(MOST)
                    .doesNotHaveDuplicates()
                    .startsWith(same);
        });
    }

    @Test
    void keysThatHaveBecomeCommonTellNothing() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            List<Keyed> very = LongStream.range(FIRST, FIRST + VERY_MANY)
                    .mapToObj(id -> new Keyed(id, "individual", new int[] {COMMON_NAME}))
                    .toList();
            keys.insert(very, true);
            keys.insert(List.of(new Keyed(FIRST + VERY_MANY, "individual", new int[] {TELEPHONE})), true);
            List<Integer> many =
                    IntStream.rangeClosed(TELEPHONE - 1, TELEPHONE + 60).boxed().toList();

            assertThat(keys.holders("individual", many, MOST))
                    .containsExactly(new Holder(TELEPHONE, FIRST + VERY_MANY));
        });
    }
}
