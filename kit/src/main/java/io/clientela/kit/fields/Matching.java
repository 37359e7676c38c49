package io.clientela.kit.fields;

/** What a field says when records are compared to find out which are one and the same; most say nothing. */
public enum Matching {
    NONE,
    /** What the customer is called, whole. */
    NAME,
    GIVEN_NAME,
    FAMILY_NAME,
    /** A further whole name: short, English. */
    OTHER_NAME,
    BIRTH_DATE,
    GENDER,
    PHONE,
    EMAIL,
    /** A name in a messenger. */
    HANDLE,
    /** A number that an authority gives once. Its kind is the type where the record has one, else the field itself. */
    DOCUMENT,
    /** Which kind of document the number belongs to. */
    DOCUMENT_TYPE,
    REGION,
    CITY,
    POSTAL_CODE,
    ADDRESS,
    EMPLOYER,
    /** Who signs for an enterprise. */
    REPRESENTATIVE
}
