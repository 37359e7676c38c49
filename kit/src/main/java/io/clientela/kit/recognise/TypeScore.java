package io.clientela.kit.recognise;

import io.clientela.kit.fields.Catalogue;
import java.util.List;

/** How well a file fits a record type: what could be mapped, fields only that type has, and whose names the names look like. */
final class TypeScore {

    private TypeScore() {}

    static double of(Catalogue catalogue, String type, List<Column> columns, List<ColumnSample> samples) {
        String other = type.equals(Catalogue.INDIVIDUAL) ? Catalogue.ENTERPRISE : Catalogue.INDIVIDUAL;
        double score = 0;
        boolean named = false;
        for (Column column : columns) {
            if (column.target().isEmpty()) {
                continue;
            }
            score += column.confidence();
            boolean own = !column.path().contains(".")
                    && catalogue.find(other, column.path()).isEmpty();
            score += own ? 0.5 : 0;
            boolean name = column.path().equals("name");
            named |= name || column.path().equals("given_name") || column.path().equals("family_name");
            score += name ? likeness(type, samples.get(column.index())) : 0;
        }
        return named ? score : score - 2;
    }

    private static double likeness(String type, ColumnSample names) {
        double organisations = names.share(Shapes::organisation);
        if (type.equals(Catalogue.ENTERPRISE)) {
            double businesses = names.share(Shapes::businessName);
            return 2 * organisations + (businesses > 0.3 ? 2 * (businesses - 0.25) : 0);
        }
        double persons = names.share(value -> Shapes.chinesePerson(value) || Shapes.latinPerson(value));
        return persons > 0.8 ? 0.3 : -1 + persons;
    }
}
