package io.clientela.vault;

import io.clientela.platform.Home;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** The key above all others: from the environment ({@code CLIENTELA_MASTER_KEY}, base64 of 32 bytes) or a file of the home. */
@Component
final class MasterKey {

    static final String FILE = "master.key";
    private static final int BYTES = 32;

    private final byte[] master;
    private final boolean given;

    MasterKey(Home home) {
        Optional<String> said =
                Optional.ofNullable(System.getenv("CLIENTELA_MASTER_KEY")).filter(text -> !text.isBlank());
        this.given = said.isPresent();
        this.master =
                said.map(text -> Base64.getDecoder().decode(text.strip())).orElseGet(() -> home.secret(FILE, BYTES));
        if (master.length != BYTES) {
            throw new IllegalStateException("CLIENTELA_MASTER_KEY is not base64 of 32 bytes");
        }
    }

    /** Whether it came from the environment rather than from the home. */
    boolean given() {
        return given;
    }

    /** A key for one purpose, so that no key serves two: HMAC-SHA256 of the purpose's name. */
    byte[] derive(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(master, "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
