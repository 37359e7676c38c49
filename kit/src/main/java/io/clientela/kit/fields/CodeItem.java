package io.clientela.kit.fields;

import java.util.List;

/**
 * One choice of a code list.
 *
 * @param code lasting code, the canonical value
 * @param parent code of the item above it, empty at the top
 * @param label its name
 * @param synonyms other names and foreign codes under which files bring it
 * @param retired no longer offered; values that have it stay readable
 */
public record CodeItem(String code, String parent, Texts label, List<String> synonyms, boolean retired) {
    public CodeItem {
        synonyms = List.copyOf(synonyms);
    }

    /** One that is offered. */
    public CodeItem(String code, String parent, Texts label, List<String> synonyms) {
        this(code, parent, label, synonyms, false);
    }
}
