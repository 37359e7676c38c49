package io.clientela.kit.match;

import java.util.List;

/**
 * One thing records are compared by. The first level is that one of the two says nothing, which weighs nothing.
 *
 * @param code stable
 * @param levels at most 16, from missing over the best to the worst
 */
public record Aspect(String code, List<Level> levels) {

    public Aspect {
        levels = List.copyOf(levels);
    }
}
