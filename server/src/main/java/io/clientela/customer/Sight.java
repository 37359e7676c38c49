package io.clientela.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody sees a file, and why.
 *
 * @param sees whether they would be shown the file if they asked for it now
 * @param reasons the roles whose reach alone takes the file in; each with {@code own}, {@code department} or {@code all};
 *     empty for an asker who doesn't see the file
 * @param missing why not: {@code inactive}, {@code no_role}, {@code no_function}, {@code no_department}, {@code out_of_reach}
 * @param functions every function there is, and the roles that give it
 * @param fields every field of the file's record types, as this person sees it; empty where they or the asker don't see the file
 * @param givers people who can give rights; the first of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Sight(
        PersonView person,
        FileFacts file,
        boolean sees,
        List<Reason> reasons,
        List<String> missing,
        List<RoleReach> roles,
        List<FunctionSight> functions,
        List<FieldSight> fields,
        List<String> givers) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PersonView(long id, String name, @Nullable String department, boolean active) {}

    /** Whose the file is stands here only for an asker who sees the file. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FileFacts(
            String number,
            @Nullable String type,
            @Nullable String owner,
            @Nullable String department) {}

    public record Reason(String role, String reach, String because) {}

    /** A role of the person, with the reach it has. */
    public record RoleReach(String role, String reach) {}

    public record FunctionSight(String function, String label, boolean open, List<String> roles) {}

    /**
     * {@code roles} names those that give this sight; {@code usual} says that none of them speaks of the field. What is kept of a
     * card may be narrowed by another field, named in {@code narrowedBy}: then roles and usual are said of that one.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FieldSight(
            String record,
            String recordLabel,
            String field,
            String label,
            String section,
            String read,
            boolean write,
            String export,
            boolean usual,
            @Nullable String narrowedBy,
            List<String> roles) {}
}
