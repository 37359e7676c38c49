package io.clientela.platform;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What is assumed of the organisation until somebody says otherwise in the settings. */
@ConfigurationProperties("clientela.organisation")
record OrganisationDefaults(
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue("CN") String country,
        @DefaultValue("zh") String language) {

    OrganisationDefaults {
        if (!Messages.LANGUAGES.contains(language)) {
            throw new IllegalArgumentException(
                    "clientela.organisation.language is " + language + " and must be one of " + Messages.LANGUAGES);
        }
    }
}
