package io.clientela.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The first administrator's password, from {@code CLIENTELA_ADMIN_PASSWORD}; read only while that account has none. */
@ConfigurationProperties("clientela.admin")
public record AdminSettings(@DefaultValue("") String password) {

    /** Never the password itself. */
    @Override
    public String toString() {
        return "AdminSettings[password=" + (password.isEmpty() ? "none" : "given") + "]";
    }
}
