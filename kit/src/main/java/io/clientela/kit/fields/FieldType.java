package io.clientela.kit.fields;

/** What kind of value a field holds, and so its canonical form. */
public enum FieldType {
    TEXT,
    LONG_TEXT,
    NAME,
    /** Plain decimal without grouping. */
    NUMBER,
    /** Plain decimal; the currency is a field of its own. */
    MONEY,
    /** yyyy-MM-dd. */
    DATE,
    /** The code of an item of the field's code list. */
    CHOICE,
    /** Several codes. */
    CHOICES,
    /** yes or no. */
    YES_NO,
    /** E.164, with {@code ;ext=} where there is an extension. */
    PHONE,
    EMAIL,
    URL,
    ADDRESS,
    /** ISO 3166 country, ISO 3166-2 subdivision, or CN- and six digits of GB/T 2260. */
    REGION,
    /** A user of the product, by id; the text kept where nobody of that name is known. */
    USER,
    /** The number of another customer. */
    CUSTOMER,
    /** A stored file: its id as it is entered, with name, size, media type and checksum as it is kept. */
    FILE,
    /** Properties of a vCard that no field holds, as a card; nobody types them. */
    CARD,
    /** A list of records of another type; each item has a lasting id. */
    LIST;

    public boolean many() {
        return this == CHOICES;
    }
}
