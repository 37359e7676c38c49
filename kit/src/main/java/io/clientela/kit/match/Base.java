package io.clientela.kit.match;

import io.clientela.kit.match.compare.Sounds;
import io.clientela.kit.match.names.EnterpriseName;
import io.clientela.kit.match.names.EnterpriseNames;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Many records to be compared with each other, in numbers over dictionaries: some 150 bytes a record. Filled by one
 * thread, then read by many. A handful of records serves as well, for a check while somebody types.
 */
public final class Base {

    private static final int FIRST_SIZE = 16;
    private static final int WIDTH = Slot.ALL.length;
    private static final int[] NONE = {};

    /** What customers are called: persons in two parts, enterprises as a whole. */
    private static final List<Slot> NAMES = List.of(Slot.GIVEN, Slot.FAMILY, Slot.TITLE_1);

    /** From so many texts on it is worth dividing the work. */
    private static final int MANY = 5_000;

    private final RuleSet rules;
    private final Frequencies frequencies;

    /** Row after row, so that what is compared of one lies together. */
    private int[] values = new int[FIRST_SIZE * WIDTH];

    private final Map<Words, Dictionary> dictionaries = new EnumMap<>(Words.class);
    private final Dictionary[] bySlot = new Dictionary[Slot.ALL.length];
    private long[] ids = new long[FIRST_SIZE];
    private int size;
    private int @Nullable [] sounds;
    private int @Nullable [] mailboxes;
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
        room(size + 1);
        ids[size] = id;
        for (Slot slot : Slot.ALL) {
            put(slot, size, features);
        }
        forget();
        return size++;
    }

    /** Adds many records in their order, {@code ids} being the caller's numbers; each dictionary is filled by a thread of its own. */
    public void addAll(long[] ids, List<Features> records) {
        int from = size;
        room(from + records.size());
        System.arraycopy(ids, 0, this.ids, from, records.size());
        Arrays.stream(Words.values()).parallel().forEach(words -> {
            List<Slot> slots = Arrays.stream(Slot.ALL)
                    .filter(slot -> slot.words() == words)
                    .toList();
            for (int i = 0; i < records.size(); i++) {
                for (Slot slot : slots) {
                    put(slot, from + i, records.get(i));
                }
            }
        });
        size = from + records.size();
        forget();
    }

    private void room(int rows) {
        if (rows > ids.length) {
            ids = Arrays.copyOf(ids, Math.max(rows, size + (size >> 1)));
            values = Arrays.copyOf(values, Math.multiplyExact(ids.length, WIDTH));
        }
    }

    private void put(Slot slot, int row, Features features) {
        String value = features.get(slot);
        if (!value.isEmpty()) {
            values[row * WIDTH + slot.place()] =
                    slot.words() == Words.NUMBER ? Integer.parseInt(value) : bySlot[slot.place()].number(value);
        }
    }

    /** What was worked out of the values that were there. */
    private void forget() {
        sounds = null;
        mailboxes = null;
        titles = null;
        names = null;
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

    /** Whether two records bear the very same name: what one of them doesn't say the other doesn't say either. */
    public boolean sameName(int a, int b) {
        return NAMES.stream().allMatch(slot -> get(slot, a) == get(slot, b))
                && NAMES.stream().anyMatch(slot -> get(slot, a) != 0);
    }

    /** The number of a value in its dictionary, 0 where the record has none. */
    int get(Slot slot, int row) {
        return values[row * WIDTH + slot.place()];
    }

    String text(Slot slot, int number) {
        return slot.words() == Words.NUMBER ? Integer.toString(number) : bySlot[slot.place()].text(number);
    }

    /** What letters a value has. */
    long letters(Slot slot, int number) {
        return bySlot[slot.place()].letters(number);
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

    /** A hash of what stands before the @ of an e-mail address, 0 where nothing does; worked out once for each distinct one. */
    int mailbox(int email) {
        int[] known = mailboxes;
        if (known == null) {
            known = each(Slot.EMAIL_1, Base::mailbox);
            mailboxes = known;
        }
        return known[email];
    }

    private static int mailbox(String email) {
        int at = email.indexOf('@');
        return at <= 0 ? 0 : Hashes.of(email.substring(0, at));
    }

    /** A number for each text of a dictionary. */
    private int[] each(Slot slot, ToIntFunction<String> worked) {
        Dictionary words = bySlot[slot.place()];
        int[] all = new int[words.size()];
        IntStream numbers = IntStream.range(1, all.length);
        (all.length > MANY ? numbers.parallel() : numbers)
                .forEach(number -> all[number] = worked.applyAsInt(words.text(number)));
        return all;
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
            known = each(Slot.GIVEN, text -> Hashes.of(Sounds.of(text)));
            sounds = known;
        }
        return known[name];
    }
}
