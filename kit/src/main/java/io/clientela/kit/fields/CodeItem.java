package io.clientela.kit.fields;

import java.util.List;

/**
 * One choice of a code list.
 *
 * @param code lasting code, the canonical value
 * @param parent code of the item above it, empty at the top
 * @param label its name
 * @param synonyms other names and foreign codes under which files bring it
 */
public record CodeItem(String code, String parent, Texts label, List<String> synonyms) {
    public CodeItem {
        synonyms = List.copyOf(synonyms);
    }
}
