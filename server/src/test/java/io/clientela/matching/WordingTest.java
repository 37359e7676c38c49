package io.clientela.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientela.customer.ComparedFiles;
import io.clientela.kit.match.Aspect;
import io.clientela.kit.match.Level;
import io.clientela.kit.match.RuleSet;
import io.clientela.platform.Messages;
import io.clientela.platform.ServerTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever customers are found by can be told. */
@ServerTest
class WordingTest {

    @Autowired
    Messages messages;

    /** The first level is that one of the two says nothing, which is no reason. */
    @Test
    void everyReasonHasWordsInEveryLanguage() {
        for (String record : ComparedFiles.RECORDS) {
            for (Aspect aspect : RuleSet.of(record).aspects()) {
                for (Level level : aspect.levels().subList(1, aspect.levels().size())) {
                    String key = "match.reason." + aspect.code() + "." + level.code();
                    for (String language : List.of("zh", "en", "es")) {
                        assertThat(messages.text(key, language, Map.of()))
                                .as(key)
                                .doesNotContain("match.reason");
                    }
                }
            }
        }
    }
}
