package io.clientela.customer.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.clientela.customer.ListQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A list under a name.
 *
 * @param owner who made it and alone changes it
 * @param circle with whom it is shared
 */
public record View(long id, long owner, Shown shown, Circle circle, long version) {

    /**
     * What it shows.
     *
     * @param filters the parameters of a list by name
     * @param where a tree of conditions as JSON, empty for none
     * @param columns keys in their order, none for the usual ones
     */
    public record Shown(
            String name,
            String type,
            String text,
            Map<String, String> filters,
            String where,
            String sort,
            List<Column> columns) {

        public Shown {
            filters = Map.copyOf(Optional.ofNullable(filters).orElse(Map.of()));
            columns = List.copyOf(Optional.ofNullable(columns).orElse(List.of()));
        }

        public ListQuery query() {
            return ListQuery.whole(type, text, filters, where, sort);
        }

        /** The same without what a reader may not ask for. */
        Shown withheld() {
            return new Shown(name, type, "", Map.of(), "", "", columns);
        }

        Shown withColumns(List<Column> some) {
            return new Shown(name, type, text, filters, where, sort, some);
        }
    }

    /** A column and how wide it is. */
    public record Column(
            @JsonProperty("key") String key,
            @JsonProperty("width") int width) {}

    /** Who else sees it: nobody, a department with those below it, the bearers of a role, or everybody. */
    public record Circle(Kind kind, String key) {
        public static final Circle OWN = new Circle(Kind.OWN, "");

        public enum Kind {
            OWN,
            DEPARTMENT,
            ROLE,
            ALL
        }
    }
}
