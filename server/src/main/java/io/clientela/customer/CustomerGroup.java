package io.clientela.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A household or a group of companies, as one reader may see it, with figures summed over its members.
 *
 * @param circle {@code household} or {@code company}
 * @param number of the one at the top
 * @param members the one at the top first, each followed by those below
 * @param figures what is summed, over the members the reader sees
 * @param whole false where it has more members than are shown
 */
public record CustomerGroup(String circle, String number, List<Member> members, List<Figure> figures, boolean whole) {

    /**
     * One member.
     *
     * @param depth how many stand above
     * @param seen whether it is within the reader's reach; of others only the number is told, which a member's file names
     * @param relation what it is to the one above, in words; absent of the one at the top
     * @param values cells by the keys of the relation's other fields
     * @param stage the stage of the customer
     * @param own its own figures by the code of the figure, as decimal numbers; {@code with} those of all below too
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Member(
            String number,
            int depth,
            boolean seen,
            @Nullable String type,
            @Nullable Cell name,
            @Nullable String relation,
            Map<String, Cell> values,
            @Nullable Cell stage,
            Map<String, String> own,
            Map<String, String> with) {}

    /**
     * What is summed.
     *
     * @param code of the figure, unlike for unlike currencies
     * @param unit currency by ISO 4217; empty where it is no money or of the house's own currency
     * @param total over all members, {@code of} how many it is known
     */
    public record Figure(String code, String label, String unit, String total, int of) {}
}
