package io.clientela.platform;

import io.clientela.kernel.CommonError;
import io.clientela.kernel.ErrorCode;
import io.clientela.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Words every failure as problem details: stable code, cause and remedy in the reader's language, never a value or a stack. */
@RestControllerAdvice
public class Problems {

    /** Request attribute: the language of whoever is signed in. */
    public static final String LANGUAGE = "clientela.language";

    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private final Messages messages;

    Problems(Messages messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal, HttpServletRequest request) {
        return answer(of(refusal, language(request)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> databaseAway(CannotCreateTransactionException e, HttpServletRequest request) {
        return answer(of(new Refusal(CommonError.UNAVAILABLE), language(request)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> denied(AccessDeniedException e, HttpServletRequest request) {
        return answer(of(new Refusal(CommonError.NO_RIGHT), language(request)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> anything(Exception e, HttpServletRequest request) {
        if (e instanceof DataAccessResourceFailureException || Connections.isAway(e)) {
            return answer(of(new Refusal(CommonError.UNAVAILABLE), language(request)));
        }
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return answer(of(new Refusal(ClientFault.of(known.getStatusCode().value())), language(request)));
        }
        if (ClientFault.isUnreadable(e)) {
            return answer(of(ClientFault.unreadable(e), language(request)));
        }
        String incident = UUID.randomUUID().toString();
        // The message of a database error may quote a row, so only the class names and places are logged.
        log.error("incident {} at {} {}: {}", incident, request.getMethod(), request.getRequestURI(), Traces.of(e));
        return answer(of(new Refusal(CommonError.INTERNAL, Map.of("incident", incident)), language(request)));
    }

    /** Problem details of a refusal in one language. */
    public ProblemDetail of(Refusal refusal, String language) {
        ErrorCode error = refusal.error();
        ProblemDetail problem = ProblemDetail.forStatus(error.status());
        String cause = messages.text("error." + error.code() + ".cause", language, refusal.details());
        problem.setTitle(cause);
        problem.setDetail(cause);
        problem.setProperty("code", error.code());
        problem.setProperty("blame", error.blame().name().toLowerCase(java.util.Locale.ROOT));
        problem.setProperty("remedy", messages.text("error." + error.code() + ".remedy", language, refusal.details()));
        refusal.details().forEach((key, value) -> problem.setProperty("arg_" + key, value));
        problem.setProperty(
                "fields", refusal.fields().stream().map(f -> field(f, language)).toList());
        return problem;
    }

    private Map<String, String> field(Refusal.FieldProblem field, String language) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("field", field.field());
        words.put("code", field.code());
        words.put("message", messages.text("fault." + field.code() + ".cause", language, field.details()));
        words.put("remedy", messages.text("fault." + field.code() + ".remedy", language, field.details()));
        return words;
    }

    /** The language a request asks for, else the one of whoever is signed in (left by the edge as {@link #LANGUAGE}). */
    public static String language(HttpServletRequest request) {
        String header = Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                .orElse("");
        return Language.accepted(header, request.getAttribute(LANGUAGE) instanceof String own ? own : "en");
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
