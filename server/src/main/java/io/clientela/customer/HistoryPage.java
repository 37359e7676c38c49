package io.clientela.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some entries of a file, the newest first.
 *
 * @param total how many fit in all
 * @param next where to go on; absent at the end
 * @param people whose entries the file has, by whom they can be filtered
 * @param channels through what they came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HistoryPage(
        List<HistoryItem> items, int total, @Nullable String next, List<Author> people, List<String> channels) {

    public record Author(long id, String name) {}
}
