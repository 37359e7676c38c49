package io.clientela.platform;

import io.clientela.kernel.CommonError;
import io.clientela.kernel.ErrorCode;
import io.clientela.kernel.Refusal;
import java.sql.SQLException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Which of our codes a failure of the web framework stands for. */
final class ClientFault {

    /** What PostgreSQL answers to a byte that is no character of its encoding. */
    private static final String NOT_A_CHARACTER = "22021";

    private ClientFault() {}

    static ErrorCode of(int status) {
        return switch (status) {
            case 401 -> CommonError.NOT_SIGNED_IN;
            case 403 -> CommonError.NO_RIGHT;
            case 404, 405 -> CommonError.NOT_FOUND;
            case 413 -> CommonError.TOO_LARGE;
            default -> CommonError.BAD_REQUEST;
        };
    }

    static boolean isUnreadable(Exception e) {
        return e instanceof HttpMessageNotReadableException
                || e instanceof MethodArgumentTypeMismatchException
                || e instanceof InvalidParameterException
                // The firewall looks at the names of parameters when somebody asks for them, which is late.
                || e instanceof RequestRejectedException
                || isUnwritable(e);
    }

    /** A text no database holds, such as one with a NUL, can only have come from whoever asks. */
    private static boolean isUnwritable(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && NOT_A_CHARACTER.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** What a request that can't be read is refused with: what was said while it was read, such as of its length, if anything. */
    static Refusal unreadable(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        return new Refusal(CommonError.BAD_REQUEST);
    }
}
