package io.clientela.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What several files would be as one, as one reader may see it.
 *
 * @param head the number that would stand for all
 * @param files those named, the oldest first, each with the version to be sent with the merge
 * @param fields every field of which one of them says something
 * @param lists every list that has items
 * @param related which of them were said to be two that stand in a relation
 */
public record MergePreview(
        String head, List<Part> files, List<Row> fields, List<ListRow> lists, List<RelatedTwo> related) {

    /** {@code numbers} are all it has, for one that is several files already. */
    public record Part(
            String number,
            long version,
            List<String> numbers,
            @Nullable String name) {}

    /**
     * One field.
     *
     * @param cells what each of the files says, in their order; null where it says nothing
     * @param from the number whose value would stand, {@code why} by which rule: {@code picked}, {@code entered}, {@code only},
     *     {@code same}, {@code fixed}, {@code head}, {@code verified}, {@code trust}, {@code recency}, {@code completeness},
     *     {@code longest}, {@code oldest}
     * @param differs whether two of them say something else
     * @param choosable whether the reader may choose
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            String field,
            String label,
            List<@Nullable Cell> cells,
            @Nullable Cell value,
            @Nullable String from,
            @Nullable String why,
            boolean differs,
            boolean choosable) {}

    /** A list: how many items each of the files has, and how many they have together. */
    public record ListRow(String field, String label, List<Integer> counts, int together) {}

    /** Of the one the other was said to be something; {@code label} says what. */
    public record RelatedTwo(String of, String other, String label) {}
}
