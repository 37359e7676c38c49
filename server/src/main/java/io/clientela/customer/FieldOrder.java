package io.clientela.customer;

import io.clientela.access.People;
import io.clientela.customer.ListStore.Valued;
import io.clientela.fields.FieldAccess;
import io.clientela.fields.FieldCatalogue;
import io.clientela.fields.Words;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Scope;
import io.clientela.kit.fields.Field;
import io.clientela.kit.fields.FieldType;
import io.clientela.kit.text.SortKey;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Condition;
import org.springframework.stereotype.Component;

/**
 * Lists in the order of a field that has no order of its own in the database: up to {@link ListStore#COUNTED} files are sorted
 * as their values read, and the order is remembered for a moment, so that the next page goes on in the same one.
 */
@Component
class FieldOrder {

    private static final Set<FieldType> UNORDERED =
            EnumSet.of(FieldType.LIST, FieldType.LONG_TEXT, FieldType.CARD, FieldType.CHOICES);
    private static final Duration REMEMBERED = Duration.ofSeconds(60);
    private static final int MOST_REMEMBERED = 50;

    private final ListStore lists;
    private final FieldCatalogue fields;
    private final FieldAccess access;
    private final Words words;
    private final People people;
    private final Clock clock;
    private final Map<Asked, Ordered> remembered = new ConcurrentHashMap<>();

    FieldOrder(ListStore lists, FieldCatalogue fields, FieldAccess access, Words words, People people, Clock clock) {
        this.lists = lists;
        this.fields = fields;
        this.access = access;
        this.words = words;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Ids of a whole list by the field {@code sort} names, downwards with a minus before it, files without a value last.
     * Refuses with {@code sort_not_allowed} a field the reader doesn't see in clear, and with {@code sort_too_many} a longer list.
     *
     * @param goesOn whether a page is wanted behind one that was shown, which may have been some time ago
     */
    List<Long> ids(String sort, String record, Condition filter, boolean goesOn, Actor actor) {
        Field field = field(sort, record, actor);
        Asked asked = new Asked(actor.userId(), actor.scope(), sort, record, filter.toString(), actor.language());
        Instant now = clock.instant();
        Ordered known = remembered.get(asked);
        if (goesOn && known != null && known.at().plus(REMEMBERED).isAfter(now)) {
            return known.ids();
        }
        List<Valued> all = lists.valued(actor.scope(), filter, open(sort, record, actor));
        if (all.size() > ListStore.COUNTED) {
            throw new Refusal(
                    CustomerError.SORT_TOO_MANY,
                    Map.of("field", field.key(), "most", Integer.toString(ListStore.COUNTED)));
        }
        List<Long> ids = sorted(all, field, sort.startsWith("-"), actor);
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        remembered.put(asked, new Ordered(now, ids));
        return ids;
    }

    boolean maySort(String sort, String record, Actor actor) {
        return !open(sort, record, actor).isEmpty();
    }

    /** Refuses what {@link #ids} would refuse of the field. */
    Field field(String sort, String record, Actor actor) {
        List<Field> declared = open(sort, record, actor);
        if (declared.isEmpty()) {
            throw new Refusal(CustomerError.SORT_NOT_ALLOWED, Map.of("sort", sort));
        }
        return declared.getFirst();
    }

    /** The fields of this key, none where one of them isn't the reader's to sort by. */
    private List<Field> open(String sort, String record, Actor actor) {
        String key = sort.startsWith("-") ? sort.substring(1) : sort;
        List<Field> declared = (record.isEmpty() ? Filters.TYPES : Set.of(record))
                .stream()
                        .flatMap(type -> fields.catalogue().find(type, key).stream())
                        .toList();
        boolean good = declared.stream()
                .allMatch(
                        field -> access.mayQuery(actor, field) && !field.sealed() && !UNORDERED.contains(field.type()));
        return good ? declared : List.of();
    }

    private List<Long> sorted(List<Valued> all, Field field, boolean down, Actor actor) {
        Comparator<Keyed> byKey = Comparator.comparing(Keyed::key, Arrays::compareUnsigned);
        return all.stream()
                .map(one -> new Keyed(one.fileId(), key(field, one.value(), actor)))
                .sorted(Comparator.comparing(Keyed::isEmpty)
                        .thenComparing(down ? byKey.reversed() : byKey)
                        .thenComparingLong(Keyed::fileId))
                .map(Keyed::fileId)
                .toList();
    }

    private byte[] key(Field field, String value, Actor actor) {
        if (value.isEmpty()) {
            return new byte[0];
        }
        return switch (field.type()) {
            case NUMBER, MONEY -> ofNumber(new BigDecimal(value));
            case USER -> SortKey.of(people.displayName(Long.parseLong(value)));
            case CHOICE, YES_NO, REGION -> SortKey.of(words.text(field, value, actor.language()));
            default -> SortKey.of(value);
        };
    }

    /** A number as bytes in its order: the bits of the nearest double, those of a negative one turned over. */
    private static byte[] ofNumber(BigDecimal number) {
        long bits = Double.doubleToLongBits(number.doubleValue());
        long ordered = bits < 0 ? ~bits : bits | Long.MIN_VALUE;
        return java.nio.ByteBuffer.allocate(Long.BYTES).putLong(ordered).array();
    }

    private record Asked(long user, Scope scope, String sort, String record, String filter, String language) {}

    private record Ordered(Instant at, List<Long> ids) {}

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Keyed(long fileId, byte[] key) {
        boolean isEmpty() {
            return key.length == 0;
        }
    }
}
