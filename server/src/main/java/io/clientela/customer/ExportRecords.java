package io.clientela.customer;

import io.clientela.customer.Rendering.Purpose;
import io.clientela.kernel.Actor;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A file in the common exchange form: canonical values under the catalogue's keys, masked ones as such. */
@Component
class ExportRecords {

    private final Rendering rendering;

    ExportRecords(Rendering rendering) {
        this.rendering = rendering;
    }

    Map<String, Object> of(FileRow row, FileState state, List<Field> wanted, Actor actor) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("number", row.number().text());
        record.put("type", row.record());
        Map<String, Cell> cells = rendering.cells(wanted, row, state.values(), actor, Purpose.EXPORT);
        for (Field field : wanted) {
            if (field.type() == FieldType.LIST) {
                items(field, state, actor, record);
            } else if (cells.containsKey(field.key())) {
                record.put(field.key(), value(cells.get(field.key())));
            }
        }
        return record;
    }

    private void items(Field list, FileState state, Actor actor, Map<String, Object> record) {
        Map<Long, Map<String, Value>> all = state.items(list.key());
        List<Map<String, Object>> items = new ArrayList<>();
        for (Map<String, Value> item : all.values()) {
            Map<String, Object> values = new LinkedHashMap<>();
            rendering.item(list, item, all, actor, Purpose.EXPORT).forEach((key, cell) -> values.put(key, value(cell)));
            items.add(values);
        }
        if (!items.isEmpty()) {
            record.put(list.key(), items);
        }
    }

    private static Object value(Cell cell) {
        return cell.isMasked() || cell.value() == null ? Map.of("masked", true, "text", cell.text()) : cell.value();
    }
}
