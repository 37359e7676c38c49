package io.clientela.customer;

import java.util.List;
import java.util.Set;

/**
 * Which moves between stages of the lifecycle are possible and what they ask for. Moves are written {@code won>prospect}; a
 * stage the order doesn't name stands behind all it names.
 *
 * @param order stages as a relation usually goes through them; a move against it is going back
 * @param reasonForBack whether going back needs a reason
 * @param reasonFor stages that are entered for a reason only
 * @param reasonForMoves further moves that need a reason
 * @param dated stages that need the day on which they were confirmed, which lies not in the future
 * @param forbidden moves nobody makes
 * @param guarded stages that only those enter whose role says so
 */
record StageRules(
        List<String> order,
        boolean reasonForBack,
        Set<String> reasonFor,
        Set<String> reasonForMoves,
        Set<String> dated,
        Set<String> forbidden,
        Set<String> guarded) {

    static final StageRules SHIPPED = new StageRules(
            List.of("prospect", "in_contact", "won", "repeat", "loyal", "dormant", "at_risk", "lost", "ended"),
            true,
            Set.of("lost", "ended"),
            Set.of(),
            Set.of("lost", "ended"),
            Set.of(),
            Set.of());

    StageRules {
        order = List.copyOf(order);
        reasonFor = Set.copyOf(reasonFor);
        reasonForMoves = Set.copyOf(reasonForMoves);
        dated = Set.copyOf(dated);
        forbidden = Set.copyOf(forbidden);
        guarded = Set.copyOf(guarded);
    }

    /** {@code from} and {@code to} may be empty: no stage. */
    boolean allows(String from, String to) {
        return !forbidden.contains(move(from, to));
    }

    /** A file that had no stage goes nowhere back, and hasn't been anything it would have to be explained from. */
    boolean needsReason(String from, String to) {
        boolean back = reasonForBack && !from.isEmpty() && rank(to) < rank(from);
        return back || reasonFor.contains(to) || reasonForMoves.contains(move(from, to));
    }

    boolean needsDay(String stage) {
        return dated.contains(stage);
    }

    boolean guards(String stage) {
        return guarded.contains(stage);
    }

    private static String move(String from, String to) {
        return from + ">" + to;
    }

    private int rank(String stage) {
        int at = order.indexOf(stage);
        return stage.isEmpty() ? -1 : at < 0 ? order.size() : at;
    }
}
