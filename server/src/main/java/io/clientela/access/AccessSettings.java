package io.clientela.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation may choose of access.
 *
 * @param rootDepartment name of the department that is made when there is none; blank is what such a one is called in the installation's language
 * @param sessionIdle how long a session lives without a request
 * @param sessionEnd how long a session lives at all
 * @param failuresPerOrigin failed sign-ins one network address may have within ten minutes, over all names
 */
@ConfigurationProperties("clientela.access")
public record AccessSettings(
        @DefaultValue("") String rootDepartment,
        @DefaultValue("8h") Duration sessionIdle,
        @DefaultValue("24h") Duration sessionEnd,
        @DefaultValue("100") int failuresPerOrigin) {

    public AccessSettings {
        if (!sessionIdle.isPositive() || !sessionEnd.isPositive() || failuresPerOrigin < 1) {
            throw new IllegalArgumentException("clientela.access has a number below one");
        }
    }
}
