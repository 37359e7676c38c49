package io.clientela.kit.recognise;

import io.clientela.kit.format.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a file of rows is.
 *
 * @param type record type its rows are
 * @param typeConfidence from 0 to 1
 * @param headingRow number of the (last) heading row, 0 where there is none
 * @param titles texts above the heading, row by row
 * @param columns in order, one for each column of the file
 * @param language of the headings: {@code zh en es}, empty without heading
 * @param country assumed where a row names none, ISO 3166 alpha-2; empty where nothing tells
 * @param duplicates headings that stand over more than one column
 * @param contradictoryDates paths of date columns whose values follow no single order
 */
public record Recognition(
        String type,
        double typeConfidence,
        long headingRow,
        List<String> titles,
        List<Column> columns,
        String language,
        String country,
        List<String> duplicates,
        List<String> contradictoryDates) {

    public Recognition {
        titles = List.copyOf(titles);
        columns = List.copyOf(columns);
        duplicates = List.copyOf(duplicates);
        contradictoryDates = List.copyOf(contradictoryDates);
    }

    /** Whether a row holds no record: above or in the heading, blank, a repeated heading or a footer. */
    public boolean skips(Row row) {
        return row.number() <= headingRow || row.blank() || repeatsHeading(row) || Footers.is(row, columns.size());
    }

    private boolean repeatsHeading(Row row) {
        int same = 0;
        for (Column column : columns) {
            String cell = row.cell(column.index());
            if (!cell.isBlank() && !cell.strip().equals(column.heading().strip())) {
                return false;
            }
            same += cell.isBlank() ? 0 : 1;
        }
        return headingRow > 0 && same > 1;
    }

    /** An accumulator to be fed every row of the file, since the one day above 12 may come last. */
    public DateOrders dateOrders() {
        return new DateOrders(this);
    }

    /** The same with orders of dates that all rows of the file have settled before, by column index. */
    public Recognition ordered(Map<Integer, String> orders, List<String> contradictory) {
        return with(
                columns.stream()
                        .map(column -> column.order(orders.getOrDefault(column.index(), "")))
                        .toList(),
                contradictory);
    }

    Recognition with(List<Column> others, List<String> contradictory) {
        return new Recognition(
                type, typeConfidence, headingRow, titles, others, language, country, duplicates, contradictory);
    }

    /** The one date order of the file where all columns that tell agree, empty otherwise. */
    public String dateOrder() {
        List<String> orders = new ArrayList<>(columns.stream()
                .map(Column::dateOrder)
                .filter(order -> !order.isEmpty())
                .distinct()
                .toList());
        return orders.size() == 1 ? orders.getFirst() : "";
    }
}
