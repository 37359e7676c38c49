package io.clientela.platform;

import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a mere status, sent by the container or a library, stands for among our refusals. */
final class BareStatus {

    private static final Logger log = LoggerFactory.getLogger(BareStatus.class);

    /** An encoding or a version of HTTP the container doesn't speak is the caller's choice and no fault of the server. */
    private static final int NOT_SPOKEN = 501;

    private static final int NOT_THIS_VERSION = 505;

    private BareStatus() {}

    static Refusal refusal(int status, @Nullable Throwable failure) {
        if (status < 500 || status == NOT_SPOKEN || status == NOT_THIS_VERSION) {
            return new Refusal(ClientFault.of(status));
        }
        String incident = UUID.randomUUID().toString();
        log.error("incident {}: {} {}", incident, status, failure == null ? "" : Traces.of(failure));
        return new Refusal(CommonError.INTERNAL, Map.of("incident", incident));
    }
}
