package io.clientela.customer.view;

import io.clientela.audit.AuditEvent;
import io.clientela.audit.AuditTrail;
import io.clientela.customer.CustomerError;
import io.clientela.customer.ReadGate;
import io.clientela.customer.view.View.Circle;
import io.clientela.customer.view.View.Circle.Kind;
import io.clientela.customer.view.View.Column;
import io.clientela.customer.view.View.Shown;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Named lists: kept, shared, changed, and shown as far as their reader may ask for what they ask. */
@Component
public class Views {

    private static final int MOST = 200;
    private static final int LONGEST_NAME = 60;
    private static final int MOST_COLUMNS = 80;
    private static final int LONGEST = 30_000;
    private static final int NARROWEST = 40;
    private static final int WIDEST = 2_000;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.]{1,100}");
    private static final Set<String> LAYOUTS = Set.of("all", "individual", "enterprise");

    private final ViewStore store;
    private final Circles circles;
    private final ReadGate gate;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Views(
            ViewStore store,
            Circles circles,
            ReadGate gate,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.circles = circles;
        this.gate = gate;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One's own and those shared with one. */
    public List<Seen> visible(Actor actor) {
        return store.visible(actor.userId(), circles.of(actor).keySet()).stream()
                .map(view -> seen(view, actor))
                .toList();
    }

    /** With whom this person may share, by name. */
    public Map<Circle, String> circles(Actor actor) {
        return circles.of(actor);
    }

    /** Keeps a new one; refuses what its maker can't see. */
    public Seen keep(Shown shown, Circle circle, Actor actor) {
        check(shown, circle, actor);
        if (store.count(actor.userId()) >= MOST) {
            throw new Refusal(CustomerError.VIEW_TOO_MANY, Map.of("most", Integer.toString(MOST)));
        }
        long id = transaction.execute(status -> {
            long made = store.insert(actor.userId(), shown, circle, clock.instant());
            audit.record(told("view.kept", made, circle, actor));
            return made;
        });
        return seen(find(id, actor), actor);
    }

    /** Changes one's own; {@code version} is the one somebody looked at. */
    public Seen change(long id, Shown shown, Circle circle, OptionalLong version, Actor actor) {
        View before = own(id, actor);
        check(shown, circle, actor);
        View changed = new View(id, before.owner(), shown, circle, version.orElse(before.version()));
        transaction.executeWithoutResult(status -> {
            if (!store.update(changed, clock.instant())) {
                throw new Refusal(CommonError.STALE_VERSION);
            }
            audit.record(told("view.changed", id, circle, actor));
        });
        return seen(find(id, actor), actor);
    }

    public void delete(long id, Actor actor) {
        View view = own(id, actor);
        transaction.executeWithoutResult(status -> {
            store.delete(id);
            audit.record(told("view.deleted", id, view.circle(), actor));
        });
    }

    public Taste taste(Actor actor) {
        return store.taste(actor.userId()).orElse(Taste.USUAL);
    }

    public Taste keep(Taste taste, Actor actor) {
        boolean good = LAYOUTS.containsAll(taste.layouts().keySet())
                && taste.layouts().values().stream().allMatch(Views::fits);
        if (!good) {
            throw new Refusal(CommonError.BAD_REQUEST);
        }
        taste.view().ifPresent(id -> find(id, actor));
        store.keep(actor.userId(), taste);
        return taste(actor);
    }

    private View find(long id, Actor actor) {
        return store.find(id)
                .filter(view ->
                        view.owner() == actor.userId() || circles.of(actor).containsKey(view.circle()))
                .orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
    }

    private View own(long id, Actor actor) {
        View view = find(id, actor);
        if (view.owner() != actor.userId()) {
            throw new Refusal(CustomerError.VIEW_OF_ANOTHER);
        }
        return view;
    }

    private void check(Shown shown, Circle circle, Actor actor) {
        if (shown.name().isBlank() || shown.name().length() > LONGEST_NAME) {
            throw new Refusal(CustomerError.VIEW_NAME, Map.of("most", Integer.toString(LONGEST_NAME)));
        }
        int size = shown.where().length()
                + shown.text().length()
                + shown.filters().entrySet().stream()
                        .mapToInt(filter ->
                                filter.getKey().length() + filter.getValue().length())
                        .sum();
        if (!fits(shown.columns()) || size > LONGEST) {
            throw new Refusal(CommonError.BAD_REQUEST);
        }
        gate.check(shown.query(), actor);
        if (circle.kind() != Kind.OWN && !circles.of(actor).containsKey(circle)) {
            throw new Refusal(CustomerError.VIEW_CIRCLE);
        }
    }

    private static boolean fits(List<Column> columns) {
        return columns.size() <= MOST_COLUMNS
                && columns.stream()
                        .allMatch(column -> KEY.matcher(column.key()).matches()
                                && column.width() >= NARROWEST
                                && column.width() <= WIDEST);
    }

    /**
     * A reader who may not ask what the view asks is told so and sees neither fields nor values of it. Of another's view that
     * holds for masked fields as well: whoever wrote the whole value may see it, the reader doesn't.
     */
    private Seen seen(View view, Actor actor) {
        boolean own = view.owner() == actor.userId();
        boolean open = own
                ? gate.mayAsk(view.shown().query(), actor)
                : gate.mayBeTold(view.shown().query(), actor);
        Shown shown = open ? view.shown() : view.shown().withheld();
        List<Column> columns = gate.shown(view.shown().type(), view.shown().columns(), Column::key, actor);
        return new Seen(
                new View(view.id(), view.owner(), shown.withColumns(columns), view.circle(), view.version()),
                own,
                !open);
    }

    private static AuditEvent told(String action, long id, Circle circle, Actor actor) {
        return AuditEvent.by(actor, action)
                .subject("view:" + id)
                .with("circle", circle.kind().name().toLowerCase(Locale.ROOT));
    }

    /** A view as one reader may see it; {@code withheld} where it asks for something they may not ask or be told. */
    public record Seen(View view, boolean own, boolean withheld) {}
}
