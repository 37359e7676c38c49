package io.clientela.fields;

import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.CodeItem;
import io.clientela.kit.fields.CodeLists;
import io.clientela.kit.fields.Regions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * The catalogue in force. A change made on any node is seen here within two seconds; whoever needs several answers that agree
 * takes one {@link #current()} and asks that.
 */
@Component
public final class FieldCatalogue {
    private static final long FRESH_MILLIS = 2_000;

    private final FieldStore store;
    private final Clock clock;
    /** Several threads may renew it at once; each finds the same. */
    private volatile Read last;

    /** What somebody is changing just now sees its own change before all others do. */
    private static final ScopedValue<Edition> PROPOSED = ScopedValue.newInstance();

    private record Read(Edition edition, long atMillis) {}

    FieldCatalogue(FieldStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.last = new Read(shipped(), -FRESH_MILLIS);
    }

    public Edition current() {
        if (PROPOSED.isBound()) {
            return PROPOSED.get();
        }
        // Asked for every value of an import, so no object is made for the answer.
        long now = clock.millis();
        Read read = last;
        if (now - read.atMillis() < FRESH_MILLIS) {
            return read.edition();
        }
        long version = store.version();
        Edition edition = read.edition().version() == version ? read.edition() : edition(version);
        last = new Read(edition, now);
        return edition;
    }

    /**
     * Does something as if what was written in this transaction were in force already. Whoever changes the catalogue asks it only
     * in here: what nobody has committed yet must not be remembered.
     */
    <T> T asProposed(Function<Edition, T> work) {
        Edition proposed = read();
        return ScopedValue.where(PROPOSED, proposed).call(() -> work.apply(proposed));
    }

    /** As the database has it, in the caller's transaction. */
    Edition read() {
        return edition(store.version());
    }

    /** Has the next question ask the database, for a change that was made on this very node. */
    void renew() {
        last = new Read(last.edition(), clock.millis() - FRESH_MILLIS);
    }

    public long version() {
        return current().version();
    }

    public Catalogue catalogue() {
        return current().catalogue();
    }

    public CodeLists codeLists() {
        return current().codeLists();
    }

    public Regions regions() {
        return current().codeLists().regions();
    }

    private Edition edition(long version) {
        Catalogue shipped = Catalogue.shipped();
        Catalogue catalogue =
                shipped.with(store.adjusted(shipped)).with(store.fields()).laidOut(store.layouts());
        Map<String, List<CodeItem>> items = store.items();
        CodeLists lists = CodeLists.shipped();
        return new Edition(version, catalogue, items.isEmpty() ? lists : lists.with(items));
    }

    private static Edition shipped() {
        return new Edition(0, Catalogue.shipped(), CodeLists.shipped());
    }
}
