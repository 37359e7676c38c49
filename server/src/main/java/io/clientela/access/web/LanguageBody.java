package io.clientela.access.web;

import org.jspecify.annotations.Nullable;

record LanguageBody(String language) {

    LanguageBody(@Nullable String language) {
        this.language = language == null ? "" : language;
    }
}
