package io.clientela.platform;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/** Words what the container refuses of itself, such as an address that can't be decoded, in the form of all other refusals. */
final class BareRefusals extends ErrorReportValve {

    private final Problems problems;

    BareRefusals(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        boolean worded = response.getStatus() < 400 || response.getContentWritten() > 0;
        if (worded || !response.setErrorReported() || !open(response)) {
            return;
        }
        ProblemDetail problem =
                problems.of(BareStatus.refusal(response.getStatus(), failure), Problems.language(request));
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        try {
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(Json.write(flat(problem)));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException e) {
            // Whoever asked has gone; there is nobody to tell.
        }
    }

    private static boolean open(Response response) {
        AtomicBoolean open = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, open);
        return open.get();
    }

    private static Map<String, Object> flat(ProblemDetail problem) {
        Map<String, Object> flat = new LinkedHashMap<>();
        flat.put("title", problem.getTitle());
        flat.put("status", problem.getStatus());
        flat.put("detail", problem.getDetail());
        if (problem.getProperties() != null) {
            flat.putAll(problem.getProperties());
        }
        return flat;
    }
}
