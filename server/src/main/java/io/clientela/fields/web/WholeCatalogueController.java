package io.clientela.fields.web;

import io.clientela.fields.FieldAccess;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.Section;
import io.clientela.platform.Needs;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Every field there is, for those who say who may see which; also what they don't see themselves. */
@RestController
@RequestMapping("/api/v1/catalogue/whole")
class WholeCatalogueController {

    private final FieldCatalogue catalogue;

    WholeCatalogueController(FieldCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping
    @Needs(Functions.ACCESS_MANAGE)
    WholeView whole(Actor actor) {
        String language = actor.language();
        return new WholeView(catalogue.catalogue().types().stream()
                .map(type -> new TypeView(type.key(), type.label().in(language), fields(type.key(), language)))
                .toList());
    }

    private List<SightView> fields(String record, String language) {
        Map<String, String> sections = catalogue.catalogue().sections(record).stream()
                .collect(Collectors.toMap(
                        Section::key, section -> section.label().in(language)));
        return catalogue.catalogue().fields(record).stream()
                .map(field -> view(field, sections.getOrDefault(field.section(), ""), language))
                .toList();
    }

    private static SightView view(Field field, String section, String language) {
        return new SightView(
                field.key(),
                field.label().in(language),
                section,
                field.sensitivity().name(),
                FieldAccess.usual(field).name().toLowerCase(Locale.ROOT),
                field.retired());
    }

    record WholeView(List<TypeView> types) {}

    record TypeView(String key, String label, List<SightView> fields) {}

    /** A field with what is seen of it where no role says anything. */
    record SightView(String key, String label, String section, String sensitivity, String usual, boolean retired) {}
}
