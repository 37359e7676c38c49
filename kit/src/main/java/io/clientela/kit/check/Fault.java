package io.clientela.kit.check;

import java.util.Locale;

/** Everything that can be wrong with one value; {@link #code()} is stable and has a message in every language. */
public enum Fault {
    /** A required field has no value. */
    REQUIRED,
    TOO_LONG,
    BAD_FORM,
    BAD_LENGTH,
    BAD_CHECK_DIGIT,
    BAD_CHARACTER,
    BAD_REGION,
    UNKNOWN_REGION,
    BAD_DATE,
    DATE_OUT_OF_RANGE,
    /** Day and month can't be told apart. */
    AMBIGUOUS_DATE,
    BAD_NUMBER,
    /** A spreadsheet turned a long number into 1.1E+17: digits are lost for good. */
    DAMAGED_NUMBER,
    BAD_PHONE,
    BAD_EMAIL,
    BAD_URL,
    UNKNOWN_CHOICE,
    /** The birth date doesn't agree with the one inside the document number. */
    BIRTH_DATE_CONTRADICTS_DOCUMENT,
    GENDER_CONTRADICTS_DOCUMENT,
    /** Only a hint: people move. */
    REGION_DIFFERS_FROM_DOCUMENT,
    NO_LETTERS,
    /** A spreadsheet formula or its error value stands where a value should. */
    FORMULA,
    /** Only a hint: a text about important dates names no day that could come round. */
    NO_DAY_IN_IT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
