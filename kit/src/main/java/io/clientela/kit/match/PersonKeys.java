package io.clientela.kit.match;

/** Where the same person is looked for: so many kinds that a few slips of the hand leave one whole. */
final class PersonKeys implements Keys {

    private static final int DOCUMENT = 0;
    private static final int PHONE = 1;
    private static final int EMAIL = 2;
    private static final int HANDLE = 3;
    private static final int MAILBOX = 4;
    private static final int BORN_NAMED = 5;
    private static final int HOUSE = 6;
    private static final int NAMES = 7;
    private static final int BORN_LIVING = 8;
    private static final int STREET_NAMED = 9;
    private static final int PLACE_NAMED = 10;
    private static final int BORN = 11;
    private static final int NAMED = 12;

    private static final int[] KINDS = {
        DOCUMENT,
        DOCUMENT,
        PHONE,
        PHONE,
        PHONE,
        EMAIL,
        EMAIL,
        HANDLE,
        MAILBOX,
        BORN_NAMED,
        BORN_NAMED,
        HOUSE,
        NAMES,
        BORN_LIVING,
        STREET_NAMED,
        STREET_NAMED,
        PLACE_NAMED,
        PLACE_NAMED,
        BORN,
        NAMED,
        NAMED
    };

    @Override
    public int[] kinds() {
        return KINDS.clone();
    }

    @Override
    public void of(Base base, int row, int[] keys) {
        int given = sound(base, Slot.GIVEN, row);
        int family = sound(base, Slot.FAMILY, row);
        int birth = base.get(Slot.BIRTH, row);
        int street = base.hash(Slot.STREET, row);
        int place = base.hash(Slot.POSTAL, row);
        if (place == 0) {
            place = base.hash(Slot.CITY, row);
        }
        if (place == 0) {
            place = base.hash(Slot.REGION, row);
        }
        keys[0] = key(DOCUMENT, base.hash(Slot.DOCUMENT_1, row));
        keys[1] = key(DOCUMENT, base.hash(Slot.DOCUMENT_2, row));
        keys[2] = key(PHONE, base.hash(Slot.PHONE_1, row));
        keys[3] = key(PHONE, base.hash(Slot.PHONE_2, row));
        keys[4] = key(PHONE, base.hash(Slot.PHONE_3, row));
        keys[5] = key(EMAIL, base.hash(Slot.EMAIL_1, row));
        keys[6] = key(EMAIL, base.hash(Slot.EMAIL_2, row));
        keys[7] = key(HANDLE, base.hash(Slot.HANDLE, row));
        keys[8] = key(MAILBOX, base.mailbox(base.get(Slot.EMAIL_1, row)));
        keys[9] = key(BORN_NAMED, birth, given);
        keys[10] = key(BORN_NAMED, birth, family);
        keys[11] = key(HOUSE, street, base.hash(Slot.HOUSE, row));
        keys[12] = given == 0 || family == 0 ? 0 : Hashes.of(NAMES, given ^ family, given + family);
        keys[13] = key(BORN_LIVING, birth, place);
        keys[14] = key(STREET_NAMED, street, given);
        keys[15] = key(STREET_NAMED, street, family);
        keys[16] = key(PLACE_NAMED, place, given);
        keys[17] = key(PLACE_NAMED, place, family);
        keys[18] = key(BORN, birth);
        keys[19] = key(NAMED, given);
        keys[20] = key(NAMED, family);
    }

    private static int sound(Base base, Slot slot, int row) {
        int name = base.get(slot, row);
        return name == 0 ? 0 : base.sound(name);
    }

    static int key(int kind, int only) {
        return only == 0 ? 0 : Hashes.of(kind, only, 0);
    }

    static int key(int kind, int one, int other) {
        return one == 0 || other == 0 ? 0 : Hashes.of(kind, one, other);
    }

    /** The year of birth, else the town. */
    @Override
    public int divide(Base base, int row) {
        int birth = base.get(Slot.BIRTH, row);
        return birth != 0 ? birth / 10_000 : base.hash(Slot.CITY, row);
    }
}
