package io.clientela.customer;

import io.clientela.fields.FieldCatalogue;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which item of its code list a text means for a field. */
@Component
class Choices {

    private final FieldCatalogue fields;

    Choices(FieldCatalogue fields) {
        this.fields = fields;
    }

    Optional<String> resolve(Field field, String text, String country) {
        return field.type() == FieldType.REGION
                ? fields.regions().resolve(text, country).code()
                : fields.codeLists()
                        .find(field.codeList())
                        .flatMap(list -> list.resolve(text, country).code());
    }

    /** The place named inside a whole address, as deep as it says for certain. */
    Optional<String> regionOfAddress(String address, String country) {
        return fields.regions().resolve(address, country).code();
    }

    /** A place and everything in it. */
    Set<String> regionsWithin(String code) {
        return fields.regions().list().below(code);
    }
}
