package io.clientela.kit.match.names;

/** What a word of a name does there; how much it weighs follows from it. */
enum Kind {
    /** What tells a name from others: a brand, a given name, a surname. */
    TELLING(0),
    /** Line of business. */
    BUSINESS(1),
    PLACE(2),
    NUMBER(3),
    /** One letter that stands for a word. */
    INITIAL(4),
    /** Father's name of the Slavic kind: left out as often as not. */
    PATRONYMIC(5),
    /** Words such as de, van, bin, or a title in front. */
    SMALL(6);

    private static final Kind[] ALL = values();

    private final int place;

    Kind(int place) {
        this.place = place;
    }

    /** Its number, from 0 without a gap. */
    int place() {
        return place;
    }

    static Kind of(int place) {
        return ALL[place];
    }
}
