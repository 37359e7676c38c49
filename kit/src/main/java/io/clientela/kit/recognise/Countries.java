package io.clientela.kit.recognise;

import io.clientela.kit.fields.CodeLists;

/** Names of countries as registers write them to ISO 3166 alpha-2. */
final class Countries {

    private Countries() {}

    /** The code, empty for a text that names no country. */
    static String code(String text) {
        return text.isBlank()
                ? ""
                : CodeLists.shipped()
                        .list(CodeLists.COUNTRY)
                        .resolve(text, "")
                        .code()
                        .orElse("");
    }
}
