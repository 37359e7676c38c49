package io.clientela.access.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

record LanguageBody(@Schema(example = "zh") String language) {

    LanguageBody(@Nullable String language) {
        this.language = language == null ? "" : language;
    }
}
