package io.clientela.exchange;

import io.clientela.audit.AuditEvent;
import io.clientela.audit.AuditTrail;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mappings kept under a name: whoever may import sees, uses and makes them; only who made one, or who manages settings, renames or
 * deletes it.
 */
@Component
public class Templates {

    private static final int LONGEST_NAME = 100;
    private static final int MOST = 500;

    private final TemplateStore store;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Templates(TemplateStore store, AuditTrail audit, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    public List<Template> all() {
        return store.all();
    }

    /** Keeps how a file was read under a name that no other has. */
    Template keep(String name, ImportWish wish, Recognised read, Actor actor) {
        String shown = checked(name);
        List<Template.Mapped> columns = read.columns().stream()
                .map(column -> new Template.Mapped(
                        column.heading(), Optional.ofNullable(column.field()).orElse("")))
                .toList();
        String headings = TemplateHeadings.key(
                columns.stream().map(Template.Mapped::heading).toList());
        if (headings.isEmpty()) {
            throw new Refusal(ExchangeError.TEMPLATE_WITHOUT_HEADINGS);
        }
        if (store.all().size() >= MOST) {
            throw new Refusal(ExchangeError.TOO_MANY_TEMPLATES, Map.of("limit", Integer.toString(MOST)));
        }
        return transaction.execute(status -> {
            long id = store.insert(shown, wish.of(read.type()), columns, headings, actor.userId(), clock.instant())
                    .orElseThrow(() -> new Refusal(ExchangeError.TEMPLATE_NAME_TAKEN));
            tell("import.template_kept", id, actor);
            return find(id);
        });
    }

    public Template rename(long id, String name, Actor actor) {
        String shown = checked(name);
        mayChange(find(id), actor);
        try {
            return transaction.execute(status -> {
                boolean renamed = store.rename(id, shown);
                Template template = find(id);
                if (!renamed) {
                    throw new Refusal(ExchangeError.TEMPLATE_NAME_TAKEN);
                }
                tell("import.template_renamed", id, actor);
                return template;
            });
        } catch (DuplicateKeyException e) {
            // Another has been given this name at the same moment.
            throw new Refusal(ExchangeError.TEMPLATE_NAME_TAKEN);
        }
    }

    public void drop(long id, Actor actor) {
        mayChange(find(id), actor);
        transaction.executeWithoutResult(status -> {
            store.drop(id);
            tell("import.template_dropped", id, actor);
        });
    }

    /** Whether this person may rename and delete it. */
    public boolean changeable(Template template, Actor actor) {
        return template.madeBy() == actor.userId() || actor.may(Functions.SETTINGS_MANAGE);
    }

    /** The template a wish asks for; where it leaves that open, the one for files with these headings. */
    Optional<Template> of(ImportWish wish, List<String> headings) {
        return switch (wish.template()) {
            case ImportWish.Choice.None none -> Optional.empty();
            case ImportWish.Choice.One one -> Optional.of(find(one.id())).filter(template -> template.fits(wish));
            case ImportWish.Choice.Named named ->
                Optional.of(store.named(named.name())
                        .filter(template -> template.fits(wish))
                        .orElseThrow(() -> new Refusal(ExchangeError.UNKNOWN_TEMPLATE)));
            case ImportWish.Choice.Fitting fitting ->
                Optional.of(TemplateHeadings.key(headings))
                        .filter(key -> !key.isEmpty())
                        .flatMap(store::forHeadings)
                        .filter(template -> template.fits(wish));
        };
    }

    void used(Template template) {
        store.used(template.id(), clock.instant());
    }

    private Template find(long id) {
        return store.find(id).orElseThrow(() -> new Refusal(CommonError.NOT_FOUND));
    }

    private void mayChange(Template template, Actor actor) {
        if (!changeable(template, actor)) {
            throw new Refusal(ExchangeError.TEMPLATE_OF_ANOTHER);
        }
    }

    private static String checked(String name) {
        String shown = name.replaceAll("\\p{Cntrl}", " ").strip();
        if (shown.isEmpty() || shown.length() > LONGEST_NAME) {
            throw new Refusal(ExchangeError.TEMPLATE_NAME, Map.of("limit", Integer.toString(LONGEST_NAME)));
        }
        return shown;
    }

    private void tell(String action, long id, Actor actor) {
        audit.record(AuditEvent.by(actor, action).subject("template:" + id));
    }
}
