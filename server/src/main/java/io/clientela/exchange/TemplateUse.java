package io.clientela.exchange;

import io.clientela.fields.FieldCatalogue;
import io.clientela.fields.spi.FieldUse;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How many kept mappings lead to a field. */
@Component
class TemplateUse implements FieldUse {

    private final TemplateStore templates;
    private final FieldCatalogue fields;

    TemplateUse(TemplateStore templates, FieldCatalogue fields) {
        this.templates = templates;
        this.fields = fields;
    }

    @Override
    public List<Effect> effects(Optional<Field> now, Field then) {
        return now.map(field -> List.of(new Effect("templates", mapping(field), false)))
                .orElse(List.of());
    }

    private long mapping(Field field) {
        long direct = templates.mapping(field.key(), List.of(field.record()));
        return direct
                + fields.catalogue().fields().stream()
                        .filter(list ->
                                list.type() == FieldType.LIST && list.codeList().equals(field.record()))
                        .mapToLong(list -> templates.mapping(list.key() + "." + field.key(), List.of(list.record())))
                        .sum();
    }

    @Override
    public boolean hasValues(Field field) {
        return false;
    }

    @Override
    public long holders(String list, String code) {
        return 0;
    }
}
