package io.clientela.fields;

import io.clientela.access.spi.FieldSights;
import io.clientela.fields.FieldAccess.Rights;
import io.clientela.kernel.Actor;
import io.clientela.kernel.FieldRights.FieldRight;
import io.clientela.kit.fields.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Somebody's rights to every field of the catalogue, for whoever weighs rights against one another. */
@Component
final class CatalogueSights implements FieldSights {

    private final FieldCatalogue fields;
    private final FieldAccess access;

    CatalogueSights(FieldCatalogue fields, FieldAccess access) {
        this.fields = fields;
        this.access = access;
    }

    @Override
    public Map<String, FieldRight> of(Actor actor) {
        Map<String, FieldRight> all = new LinkedHashMap<>();
        for (Field field : fields.catalogue().fields()) {
            Rights rights = access.rights(actor, field);
            all.put(field.record() + "." + field.key(), new FieldRight(rights.read(), rights.write(), rights.export()));
        }
        return all;
    }
}
