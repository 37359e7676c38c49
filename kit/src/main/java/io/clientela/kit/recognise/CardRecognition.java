package io.clientela.kit.recognise;

import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.format.Row;
import io.clientela.kit.vcard.Cards;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a file of vCards is: nothing needs to be guessed, the standard says what each property means. */
public final class CardRecognition {

    private CardRecognition() {}

    /** Somebody may leave columns out or send them elsewhere; of which type a record is, its card says. */
    public static Recognition of(List<Row> sample, Hints hints) {
        List<Column> columns = new ArrayList<>();
        for (Map.Entry<String, String> column : Cards.columns().entrySet()) {
            int index = columns.size();
            String said = hints.mapping().get(index);
            String path = said == null ? column.getValue() : said;
            columns.add(new Column(
                    index,
                    column.getKey(),
                    path.isEmpty() ? Optional.empty() : Optional.of(Target.of(path)),
                    1,
                    said != null ? Column.Reason.HINT : path.isEmpty() ? Column.Reason.UNKNOWN : Column.Reason.LABEL,
                    ""));
        }
        long enterprises = sample.stream()
                .filter(row -> row.cell(0).equals(Catalogue.ENTERPRISE))
                .count();
        return new Recognition(
                enterprises * 2 > sample.size() - 1 ? Catalogue.ENTERPRISE : Catalogue.INDIVIDUAL,
                1,
                1,
                List.of(),
                columns,
                "",
                hints.country(),
                List.of(),
                List.of());
    }
}
