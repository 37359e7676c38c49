package io.clientela.customer;

import io.clientela.audit.AuditEvent;
import io.clientela.audit.ReadAudit;
import io.clientela.customer.ComingDayStore.Day;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Visibility;
import io.clientela.kit.check.ImportantDates;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Field;
import io.clientela.platform.Organisation;
import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Birthdays, anniversaries and the like of contacts, as they come round: of one's own customers, or of one file. */
@Component
public class ComingDays {

    public static final int MOST_DAYS = 366;
    private static final int MOST_SHOWN = 200;

    private final ComingDayStore store;
    private final FileStore files;
    private final Loaded.Loader loader;
    private final Rendering rendering;
    private final FieldCatalogue fields;
    private final Organisation organisation;
    private final Clock clock;
    private final ReadAudit reads;

    ComingDays(
            ComingDayStore store,
            FileStore files,
            Loaded.Loader loader,
            Rendering rendering,
            FieldCatalogue fields,
            Organisation organisation,
            Clock clock,
            ReadAudit reads) {
        this.store = store;
        this.files = files;
        this.loader = loader;
        this.rendering = rendering;
        this.fields = fields;
        this.organisation = organisation;
        this.clock = clock;
        this.reads = reads;
    }

    /** Those of the customers that belong to the reader, from today on, the next first. */
    @Transactional(readOnly = true)
    public List<ComingDay> own(int days, Actor actor) {
        LocalDate today = today();
        int within = Math.clamp(days, 1, MOST_DAYS);
        Map<MonthDay, LocalDate> wanted = new LinkedHashMap<>();
        Stream.iterate(today, day -> day.plusDays(1))
                .limit(within)
                .flatMap(day -> ImportantDates.on(day).stream())
                .forEach(day -> wanted.put(day, ImportantDates.next(day, today)));
        List<Day> found = store.ofOwner(actor.userId(), wanted, MOST_SHOWN);
        Map<Long, Loaded> loaded = loader.open(
                files.find(found.stream().map(Day::fileId).distinct().toList()).stream()
                        .filter(row -> InScope.of(actor.scope(), row))
                        .toList());
        reads.record(AuditEvent.by(actor, "customer.coming_days_read").with("days", within));
        return found.stream()
                .flatMap(day -> Optional.ofNullable(loaded.get(day.fileId())).stream()
                        .flatMap(file -> view(day, file, today, actor).stream()))
                .toList();
    }

    /** Those of one file within the next year, the next first. */
    List<ComingDay> of(Loaded file, Actor actor) {
        LocalDate today = today();
        List<ComingDay> all = new ArrayList<>();
        store.of(file.row().fileId()).stream()
                .filter(day -> remembered(day, today))
                .forEach(day -> view(day, file, today, actor).ifPresent(all::add));
        all.sort(Comparator.comparing(ComingDay::on));
        return all;
    }

    /** Whoever has left by then is not congratulated. */
    private static boolean remembered(Day day, LocalDate today) {
        return day.leftOn()
                .map(left -> left.isAfter(ImportantDates.next(day.day(), today)))
                .orElse(true);
    }

    /** Nothing where the reader doesn't see the day and whose it is in clear. */
    private Optional<ComingDay> view(Day day, Loaded file, LocalDate today, Actor actor) {
        FileRow row = file.row();
        Map<String, Value> parts = file.state().items(ContactParts.LIST).getOrDefault(day.itemId(), Map.of());
        List<ImportantDates.Entry> entries = new ContactParts(parts).days();
        boolean seen = fields.catalogue()
                        .find(row.record(), ContactParts.LIST)
                        .filter(list -> isClear(list, actor))
                        .isPresent()
                && isClear(part(ContactParts.DATES), actor)
                && day.place() < entries.size();
        if (!seen) {
            return Optional.empty();
        }
        LocalDate on = ImportantDates.next(day.day(), today);
        return Optional.of(new ComingDay(
                row.number().text(),
                text(
                        fields.catalogue().field(row.record(), ContactParts.NAME),
                        file.state().value(ContactParts.NAME),
                        actor),
                day.itemId(),
                text(part(ContactParts.NAME), parts.getOrDefault(ContactParts.NAME, Value.NONE), actor),
                on,
                String.format(
                        Locale.ROOT,
                        "%02d-%02d",
                        day.day().getMonthValue(),
                        day.day().getDayOfMonth()),
                entries.get(day.place()).meaning(),
                day.firstYear().isPresent() && on.getYear() > day.firstYear().getAsInt()
                        ? on.getYear() - day.firstYear().getAsInt()
                        : null));
    }

    private Field part(String key) {
        return fields.catalogue().field(Catalogue.CONTACT, key);
    }

    private boolean isClear(Field field, Actor actor) {
        return rendering.visibility(field, actor, Rendering.Purpose.READ) == Visibility.CLEAR;
    }

    private String text(Field field, Value value, Actor actor) {
        return rendering
                .cell(field, value, actor, Rendering.Purpose.READ)
                .map(Cell::text)
                .orElse("");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), organisation.zone());
    }
}
