package io.clientela.kit.match;

/** Where the same enterprise is looked for. */
final class EnterpriseKeys implements Keys {

    private static final int DOCUMENT = 0;
    private static final int PHONE = 1;
    private static final int EMAIL = 2;
    private static final int HANDLE = 3;
    private static final int HOUSE = 4;
    private static final int REPRESENTED = 5;
    private static final int TITLE = 6;

    private static final int TITLE_KEYS = 6;
    private static final int[] KINDS = {
        DOCUMENT,
        DOCUMENT,
        PHONE,
        PHONE,
        PHONE,
        EMAIL,
        EMAIL,
        HANDLE,
        HOUSE,
        REPRESENTED,
        TITLE,
        TITLE,
        TITLE,
        TITLE,
        TITLE,
        TITLE
    };

    @Override
    public int[] kinds() {
        return KINDS.clone();
    }

    @Override
    public void of(Base base, int row, int[] keys) {
        keys[0] = PersonKeys.key(DOCUMENT, base.hash(Slot.DOCUMENT_1, row));
        keys[1] = PersonKeys.key(DOCUMENT, base.hash(Slot.DOCUMENT_2, row));
        keys[2] = PersonKeys.key(PHONE, base.hash(Slot.PHONE_1, row));
        keys[3] = PersonKeys.key(PHONE, base.hash(Slot.PHONE_2, row));
        keys[4] = PersonKeys.key(PHONE, base.hash(Slot.PHONE_3, row));
        keys[5] = PersonKeys.key(EMAIL, base.hash(Slot.EMAIL_1, row));
        keys[6] = PersonKeys.key(EMAIL, base.hash(Slot.EMAIL_2, row));
        keys[7] = PersonKeys.key(HANDLE, base.hash(Slot.HANDLE, row));
        keys[8] = PersonKeys.key(HOUSE, base.hash(Slot.STREET, row), base.hash(Slot.HOUSE, row));
        keys[9] = PersonKeys.key(REPRESENTED, base.hash(Slot.REPRESENTATIVE, row), base.hash(Slot.REGION, row));
        int at = 10;
        for (int i = at; i < at + TITLE_KEYS; i++) {
            keys[i] = 0;
        }
        for (Slot slot : new Slot[] {Slot.TITLE_1, Slot.TITLE_2, Slot.TITLE_3}) {
            int[] hashes = base.titleKeys(base.get(slot, row));
            for (int i = 0; i < hashes.length && at < KINDS.length; i++) {
                keys[at++] = PersonKeys.key(TITLE, hashes[i]);
            }
        }
    }

    /** The town, else the region. */
    @Override
    public int divide(Base base, int row) {
        int city = base.hash(Slot.CITY, row);
        return city != 0 ? city : base.hash(Slot.REGION, row);
    }
}
