package io.clientela.kit.match;

import io.clientela.kit.match.compare.Sounds;
import io.clientela.kit.match.names.EnterpriseName;
import io.clientela.kit.match.names.EnterpriseNames;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Many records to be compared with each other, in numbers over dictionaries: some 150 bytes a record. Filled by one
 * thread, then read by many. A handful of records serves as well, for a check while somebody types.
 */
public final class Base {

    private static final int FIRST_SIZE = 16;
    private static final int WIDTH = Slot.ALL.length;
    private static final int[] NONE = {};

    private final RuleSet rules;
    private final Frequencies frequencies;

    /** Row after row, so that what is compared of one lies together. */
    private int[] values = new int[FIRST_SIZE * WIDTH];

    private final Map<Words, Dictionary> dictionaries = new EnumMap<>(Words.class);
    private final Dictionary[] bySlot = new Dictionary[Slot.ALL.length];
    private long[] ids = new long[FIRST_SIZE];
    private int size;
    private int @Nullable [] sounds;
    private @Nullable EnterpriseName @Nullable [] titles;
    private @Nullable PairMemory names;

    /** One that knows of itself how common its values are. */
    public Base(RuleSet rules) {
        this(rules, Frequencies.NONE);
    }

    /** A few records of a base, how common whose values are is known already. */
    public Base(RuleSet rules, Frequencies frequencies) {
        this.rules = rules;
        this.frequencies = frequencies;
        for (Slot slot : Slot.ALL) {
            bySlot[slot.place()] = dictionaries.computeIfAbsent(slot.words(), none -> new Dictionary());
        }
    }

    /** Adds a record under a number of the caller's; its row is the answer. */
    public int add(long id, Features features) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size + (size >> 1));
            values = Arrays.copyOf(values, Math.multiplyExact(ids.length, WIDTH));
        }
        ids[size] = id;
        for (Slot slot : Slot.ALL) {
            String value = features.get(slot);
            if (!value.isEmpty()) {
                int number =
                        slot.words() == Words.NUMBER ? Integer.parseInt(value) : bySlot[slot.place()].number(value);
                values[size * WIDTH + slot.place()] = number;
            }
        }
        sounds = null;
        titles = null;
        names = null;
        return size++;
    }

    public int size() {
        return size;
    }

    public long id(int row) {
        return ids[row];
    }

    RuleSet rules() {
        return rules;
    }

    /** The number of a value in its dictionary, 0 where the record has none. */
    int get(Slot slot, int row) {
        return values[row * WIDTH + slot.place()];
    }

    String text(Slot slot, int number) {
        return slot.words() == Words.NUMBER ? Integer.toString(number) : bySlot[slot.place()].text(number);
    }

    /** Which part of all values of the kind are this one, but for the two that are compared. */
    double share(Slot slot, int number) {
        Dictionary words = bySlot[slot.place()];
        if (frequencies != Frequencies.NONE) {
            return frequencies.share(slot.words(), words.hash(number));
        }
        return Frequencies.share(words.count(number), words.total());
    }

    /** How common the common values are. */
    Frequencies frequencies() {
        return Frequencies.counted(dictionaries);
    }

    /** A hash of a value that is the same in every base; 0 where the record has none. */
    int hash(Slot slot, int row) {
        int number = get(slot, row);
        return number == 0 ? 0 : bySlot[slot.place()].hash(number);
    }

    /** A hash of what stands before the @, 0 without an e-mail address. */
    int mailbox(int row) {
        String email = text(Slot.EMAIL_1, get(Slot.EMAIL_1, row));
        int at = email.indexOf('@');
        return at <= 0 ? 0 : Hashes.of(email.substring(0, at));
    }

    /** Hashes of the texts under which an enterprise's name is looked for. */
    int[] titleKeys(int title) {
        return title == 0
                ? NONE
                : EnterpriseNames.keys(title(title)).stream()
                        .sorted()
                        .mapToInt(Hashes::of)
                        .toArray();
    }

    /** An enterprise's name taken apart, once for each distinct name; threads that come at the same moment may both do it. */
    EnterpriseName title(int title) {
        @Nullable EnterpriseName[] known = titles;
        if (known == null) {
            known = new EnterpriseName[bySlot[Slot.TITLE_1.place()].size()];
            titles = known;
        }
        EnterpriseName name = known[title];
        if (name == null) {
            name = EnterpriseNames.parse(text(Slot.TITLE_1, title));
            known[title] = name;
        }
        return name;
    }

    /** How pairs of names compared so far. */
    PairMemory names() {
        PairMemory known = names;
        if (known == null) {
            known = new PairMemory(size);
            names = known;
        }
        return known;
    }

    /** A hash of the sound of a name, worked out once for each distinct name. */
    int sound(int name) {
        int[] known = sounds;
        if (known == null) {
            Dictionary names = bySlot[Slot.GIVEN.place()];
            known = new int[names.size()];
            for (int i = 1; i < known.length; i++) {
                known[i] = Hashes.of(Sounds.of(names.text(i)));
            }
            sounds = known;
        }
        return known[name];
    }
}
