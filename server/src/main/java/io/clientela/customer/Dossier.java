package io.clientela.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page of a customer shows, as one reader may see it.
 *
 * @param completeness how much of what the plan asks for is there
 * @param timeline the latest entries of the history
 * @param periods stage, level and tags over time
 * @param coming days of its contacts, the next first
 * @param contactAt enterprises where an individual is a contact
 * @param relations to other customers
 * @param doubled values that another file has too
 */
public record Dossier(
        FileView file,
        Completeness completeness,
        HistoryPage timeline,
        List<PeriodView> periods,
        List<ComingDay> coming,
        List<ContactAt> contactAt,
        CustomerRelations relations,
        List<Doubled> doubled) {

    /** Of the {@code asked} fields the reader sees, so many are {@code filled}; {@code missing} names the others. */
    public record Completeness(int asked, int filled, List<Missing> missing) {}

    public record Missing(String field, String label, boolean required) {}

    /** Another file has the same value; outside the reader's scope only the department to ask is told. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Doubled(
            String field,
            String label,
            @Nullable String number,
            @Nullable String department) {}
}
