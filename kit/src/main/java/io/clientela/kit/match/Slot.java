package io.clientela.kit.match;

/** The values a record is compared by, one each; several of a kind have several slots. */
enum Slot {
    GIVEN(0, Words.NAME),
    FAMILY(1, Words.NAME),
    BIRTH(2, Words.NUMBER),
    GENDER(3, Words.GENDER),
    PHONE_1(4, Words.PHONE),
    PHONE_2(5, Words.PHONE),
    PHONE_3(6, Words.PHONE),
    EMAIL_1(7, Words.EMAIL),
    EMAIL_2(8, Words.EMAIL),
    HANDLE(9, Words.HANDLE),
    DOCUMENT_1(10, Words.DOCUMENT),
    DOCUMENT_2(11, Words.DOCUMENT),
    REGION(12, Words.REGION),
    CITY(13, Words.CITY),
    POSTAL(14, Words.POSTAL),
    STREET(15, Words.STREET),
    PREMISES(16, Words.STREET),
    HOUSE(17, Words.HOUSE),
    EMPLOYER(18, Words.EMPLOYER),
    TITLE_1(19, Words.TITLE),
    TITLE_2(20, Words.TITLE),
    TITLE_3(21, Words.TITLE),
    REPRESENTATIVE(22, Words.REPRESENTATIVE);

    /** All of them; their places are those of this array. */
    static final Slot[] ALL = values();

    private final int place;
    private final Words words;

    Slot(int place, Words words) {
        this.place = place;
        this.words = words;
    }

    /** Its column. */
    int place() {
        return place;
    }

    Words words() {
        return words;
    }
}
