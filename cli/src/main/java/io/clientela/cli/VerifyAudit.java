package io.clientela.cli;

import io.clientela.audit.AuditReport;
import io.clientela.audit.AuditStandalone;
import io.clientela.platform.DatabaseConnection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says whether the audit trail is as it was written; fails where a row was changed, inserted or removed. */
@Command(name = "audit")
final class VerifyAudit implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final Place place = new Place();

    VerifyAudit(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (DatabaseConnection database = place.visit()) {
            AuditReport report = AuditStandalone.verify(database, place.home());
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("ok", report.ok());
            result.put("checked", report.checked());
            report.trouble().ifPresent(trouble -> {
                result.put("problem", trouble.kind().name().toLowerCase(Locale.ROOT));
                result.put("seal", trouble.sealNo());
                result.put("event", trouble.eventId());
                console.say(
                        "audit_" + trouble.kind().name().toLowerCase(Locale.ROOT),
                        String.valueOf(trouble.eventId()),
                        String.valueOf(trouble.sealNo()));
            });
            console.answer(result);
            return report.ok() ? 0 : Main.FAILED;
        }
    }
}
