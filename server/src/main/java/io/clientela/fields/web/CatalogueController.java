package io.clientela.fields.web;

import io.clientela.fields.FieldAccess;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Actor;
import io.clientela.platform.SignedIn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/catalogue")
class CatalogueController {
    private final FieldCatalogue catalogue;
    private final FieldAccess access;

    CatalogueController(FieldCatalogue catalogue, FieldAccess access) {
        this.catalogue = catalogue;
        this.access = access;
    }

    @GetMapping
    @SignedIn
    CatalogueView catalogue(Actor actor) {
        return CatalogueView.of(catalogue.current(), access, actor);
    }
}
