package io.clientela.platform;

import io.clientela.kernel.CommonError;
import io.clientela.kernel.ErrorCode;
import io.clientela.kernel.Refusal;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Which of our codes a failure of the web framework stands for. */
final class ClientFault {

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
        return e instanceof HttpMessageNotReadableException || e instanceof MethodArgumentTypeMismatchException;
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
