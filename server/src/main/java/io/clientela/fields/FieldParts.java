package io.clientela.fields;

import io.clientela.kit.fields.Field;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The parts a field is declared of. */
final class FieldParts {

    private FieldParts() {}

    /** Names of the parts in which two states of a field differ, for the trail. */
    static List<String> differing(Field before, Field after) {
        return Arrays.stream(Field.class.getRecordComponents())
                .filter(part -> !Objects.equals(value(part, before), value(part, after)))
                .map(RecordComponent::getName)
                .toList();
    }

    private static Object value(RecordComponent part, Field field) {
        try {
            return part.getAccessor().invoke(field);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
