package io.clientela.platform;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What is assumed of the organisation: {@code zone} dates its customer numbers, {@code country} reads numbers without a prefix. */
@ConfigurationProperties("clientela.organisation")
public record Organisation(
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue("CN") String country) {}
