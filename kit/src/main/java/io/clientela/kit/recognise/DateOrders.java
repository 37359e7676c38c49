package io.clientela.kit.recognise;

import io.clientela.kit.format.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The date order of every column that holds dates, found in one pass over all rows. */
public final class DateOrders {

    private final Recognition recognition;
    private final Map<Integer, DateOrderVote> votes = new LinkedHashMap<>();

    DateOrders(Recognition recognition) {
        this.recognition = recognition;
        for (Column column : recognition.columns()) {
            votes.put(column.index(), new DateOrderVote());
        }
    }

    public void feed(Row row) {
        if (!recognition.skips(row)) {
            votes.forEach((column, vote) -> vote.feed(row.cell(column)));
        }
    }

    /** The recognition with the orders found; a column that doesn't tell keeps what a hint or sample said of it. */
    public Recognition decided() {
        List<Column> columns = new ArrayList<>();
        List<String> contradictory = new ArrayList<>();
        for (Column column : recognition.columns()) {
            DateOrderVote vote = votes.getOrDefault(column.index(), new DateOrderVote());
            boolean tells = vote != null
                    && column.target().isPresent()
                    && (!vote.order().isEmpty() || vote.contradictory());
            columns.add(tells ? column.order(vote.order()) : column);
            if (tells && vote.contradictory()) {
                contradictory.add(column.path());
            }
        }
        return recognition.with(columns, contradictory);
    }
}
