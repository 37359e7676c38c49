package io.clientela.fields.web;

import io.clientela.fields.FieldAccess;
import io.clientela.fields.FieldAccess.Rights;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Actor;
import io.clientela.kit.fields.Field;
import io.clientela.platform.SignedIn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/catalogue/version")
class CatalogueVersionController {

    private final FieldCatalogue catalogue;
    private final FieldAccess access;

    CatalogueVersionController(FieldCatalogue catalogue, FieldAccess access) {
        this.catalogue = catalogue;
        this.access = access;
    }

    /**
     * Something that changes whenever the reader's view of the catalogue or of a code list may have, asked when somebody comes back to a
     * page. While they work the number in the header {@code Clientela-Catalogue} of every answer tells them of a change.
     */
    @GetMapping
    @SignedIn
    VersionView version(Actor actor) {
        int rights = 1;
        for (Field field : catalogue.catalogue().fields()) {
            Rights own = access.rights(actor, field);
            // The hash of a text is the same on every node, that of an enum isn't.
            rights = rights * 31 + (own.read().name() + own.export().name() + own.write()).hashCode();
        }
        return new VersionView(catalogue.version() + "." + Integer.toHexString(rights));
    }

    record VersionView(String version) {}
}
