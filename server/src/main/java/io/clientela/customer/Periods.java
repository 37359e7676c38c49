package io.clientela.customer;

import io.clientela.fields.FieldCatalogue;
import io.clientela.kit.fields.Field;
import io.clientela.platform.CopyRows;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps from when to when files said which value of the catalogue's dated fields, in the transaction that changes them. */
@Component
class Periods {

    private final PeriodStore store;
    private final FieldCatalogue fields;

    Periods(PeriodStore store, FieldCatalogue fields) {
        this.store = store;
        this.fields = fields;
    }

    List<Field> dated(String record) {
        return fields.catalogue().fields(record).stream().filter(Field::dated).toList();
    }

    /** What a new file says from the beginning. */
    void begin(CopyRows rows, long fileId, String record, FileState state, Instant at) {
        for (Field field : fields.catalogue().fields(record)) {
            if (field.dated()) {
                state.value(field.key()).parts().stream()
                        .distinct()
                        .forEach(value -> PeriodStore.layOut(rows, fileId, field.key(), value, FileState.FIRST, at));
            }
        }
    }

    void insertAll(CopyRows rows) {
        if (rows.rows() > 0) {
            store.insertAll(rows);
        }
    }

    /** Ends what a change ends and begins what it begins. */
    void turn(Change change, Instant at) {
        long file = change.after().fileId();
        if (at.isBefore(change.before().updatedAt())) {
            store.notAfter(file, at);
        }
        CopyRows begun = new CopyRows();
        for (Period.Turn turn : Period.Turn.all(dated(change.after().record()), change.was(), change.state())) {
            if (!turn.ended().isEmpty()) {
                store.end(file, turn.field(), turn.ended(), change.seq(), at);
            }
            turn.begun().forEach(value -> PeriodStore.layOut(begun, file, turn.field(), value, change.seq(), at));
        }
        insertAll(begun);
    }

    List<Period> of(long fileId) {
        return store.of(fileId);
    }
}
