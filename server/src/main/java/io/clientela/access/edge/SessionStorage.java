package io.clientela.access.edge;

import io.clientela.access.AccessSettings;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Sessions live in PostgreSQL, so that any node serves any request. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(tableName = "access.web_session")
class SessionStorage {

    /** Waits for the migrations, and with it the repository, which cleans up its table by the clock. */
    @Bean
    @DependsOnDatabaseInitialization
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> idleTime(AccessSettings settings) {
        return repository -> repository.setDefaultMaxInactiveInterval(settings.sessionIdle());
    }

    @Bean
    CookieSerializer sessionCookie() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("SESSION");
        cookie.setCookiePath("/");
        cookie.setSameSite("Strict");
        cookie.setUseHttpOnlyCookie(true);
        return cookie;
    }

    /**
     * Attributes are numbers and texts in a form of our own: with Java's serialisation whoever writes into the table could
     * make the server run code.
     */
    @Bean
    @Qualifier("springSessionConversionService")
    ConversionService springSessionConversionService() {
        GenericConversionService conversions = new GenericConversionService();
        conversions.addConverter(Object.class, byte[].class, SessionStorage::written);
        conversions.addConverter(byte[].class, Object.class, SessionStorage::read);
        return conversions;
    }

    private static byte[] written(Object value) {
        return switch (value) {
            case Long number -> ("n" + number).getBytes(StandardCharsets.UTF_8);
            case String text -> ("t" + text).getBytes(StandardCharsets.UTF_8);
            default -> throw new IllegalArgumentException("a session holds numbers and texts only");
        };
    }

    private static Object read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.startsWith("n")) {
            return Long.valueOf(text.substring(1));
        }
        return text.substring(1);
    }
}
