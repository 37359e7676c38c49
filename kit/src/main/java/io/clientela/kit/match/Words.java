package io.clientela.kit.match;

/** Which dictionary the values of a slot are held in: those of one dictionary have equal numbers where they are equal. */
enum Words {
    NAME,
    /** Held as the number itself. */
    NUMBER,
    GENDER,
    PHONE,
    EMAIL,
    HANDLE,
    DOCUMENT,
    REGION,
    CITY,
    POSTAL,
    STREET,
    HOUSE,
    EMPLOYER,
    TITLE,
    REPRESENTATIVE
}
