package io.clientela.customer.view;

import io.clientela.customer.view.View.Column;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How somebody likes their lists.
 *
 * @param view the view a list begins with, empty for everything
 * @param layouts columns by type of list, {@code all} for all types; none for the usual ones
 */
public record Taste(Optional<Long> view, Map<String, List<Column>> layouts) {
    public static final Taste USUAL = new Taste(Optional.empty(), Map.of());

    public Taste {
        layouts = Map.copyOf(Optional.ofNullable(layouts).orElse(Map.of()));
    }
}
