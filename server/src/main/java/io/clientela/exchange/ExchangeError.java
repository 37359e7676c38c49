package io.clientela.exchange;

import io.clientela.kernel.ErrorCode;
import io.clientela.kernel.Refusal;
import io.clientela.kit.format.FormatError;
import java.util.Locale;

/** Failures of files coming in and going out; those of the format have the format's own codes. */
public enum ExchangeError implements ErrorCode {
    UNSUPPORTED_KIND(Blame.USER, 422),
    BROKEN_XLSX(Blame.USER, 422),
    BROKEN_XLS(Blame.USER, 422),
    BROKEN_VCARD(Blame.USER, 422),
    ACTIVE_CONTENT(Blame.USER, 422),
    ZIP_BOMB(Blame.USER, 422),
    XML_BOMB(Blame.USER, 422),
    ENCRYPTED_WORKBOOK(Blame.USER, 422),
    UNKNOWN_SHEET(Blame.USER, 422),
    WRONG_ENCODING(Blame.USER, 422),
    BLANK_FILE(Blame.USER, 422),
    BINARY_FILE(Blame.USER, 422),
    UNCLOSED_QUOTE(Blame.USER, 422),
    TOO_MANY_COLUMNS(Blame.USER, 422),
    CELL_TOO_LONG(Blame.USER, 422),
    /** A part of the file unfolds beyond what is read. */
    FILE_TOO_LARGE(Blame.USER, 413),
    UNREADABLE(Blame.SYSTEM, 500),
    NO_NAME_COLUMN(Blame.USER, 422),
    UNKNOWN_MODE(Blame.USER, 422),
    KEY_REQUIRED(Blame.USER, 422),
    KEY_NOT_UNIQUE(Blame.USER, 422),
    KEY_NOT_MAPPED(Blame.USER, 422),
    FIELD_NOT_IMPORTABLE(Blame.USER, 403),
    UPLOAD_INCOMPLETE(Blame.STATE, 409),
    UPLOAD_GONE(Blame.STATE, 410),
    RUN_OVER(Blame.STATE, 409),
    RUN_NOT_OVER(Blame.STATE, 409),
    NOTHING_TO_UNDO(Blame.STATE, 409),
    UNDONE_ALREADY(Blame.STATE, 409),
    UNDO_REASON(Blame.USER, 422),
    UNKNOWN_TEMPLATE(Blame.USER, 422),
    TEMPLATE_NAME(Blame.USER, 422),
    TEMPLATE_NAME_TAKEN(Blame.STATE, 409),
    TEMPLATE_OF_ANOTHER(Blame.USER, 403),
    TEMPLATE_WITHOUT_HEADINGS(Blame.USER, 422),
    TOO_MANY_TEMPLATES(Blame.USER, 422),
    NOT_REFUSED(Blame.STATE, 409),
    NOTHING_MENDED(Blame.USER, 422),
    TOO_MANY_MENDED(Blame.USER, 422),
    CARDS_NOT_MENDED(Blame.USER, 422),
    MASKED_CELL(Blame.USER, 422),
    RUN_BROKE(Blame.SYSTEM, 500);

    private final Blame blame;
    private final int status;

    ExchangeError(Blame blame, int status) {
        this.blame = blame;
        this.status = status;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Blame blame() {
        return blame;
    }

    @Override
    public int status() {
        return status;
    }

    /** A file's fault in the product's words. */
    static Refusal of(FormatError error) {
        ExchangeError code = error.code() == FormatError.Code.TOO_LARGE
                ? FILE_TOO_LARGE
                : ExchangeError.valueOf(error.code().name());
        return new Refusal(code, error.details());
    }
}
