package io.clientela.exchange;

import io.clientela.fields.FieldAccess;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Refusal;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Field;
import io.clientela.kit.recognise.Hints;
import io.clientela.kit.recognise.Recognition;
import io.clientela.kit.vcard.Cards;
import io.clientela.platform.Organisation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** How a handed-over file is read: as it is recognised, as a template says, and as somebody wishes, within their rights. */
@Component
class FileReading {

    private static final Set<String> MODES = Set.of("insert", "update", "upsert");
    private static final Set<String> DATES = Set.of("", "dmy", "mdy", "ymd");
    private static final Pattern COUNTRY = Pattern.compile("|[A-Z]{2}");

    private final Uploads uploads;
    private final CorrectionStore corrections;
    private final Templates templates;
    private final FieldCatalogue fields;
    private final FieldAccess access;
    private final CellMasks masks;
    private final Organisation organisation;

    FileReading(
            Uploads uploads,
            CorrectionStore corrections,
            Templates templates,
            FieldCatalogue fields,
            FieldAccess access,
            CellMasks masks,
            Organisation organisation) {
        this.uploads = uploads;
        this.corrections = corrections;
        this.templates = templates;
        this.fields = fields;
        this.access = access;
        this.masks = masks;
        this.organisation = organisation;
    }

    /** What a file seems to be, with its first rows, masked. */
    Recognised recognise(ImportWish wish, Actor actor) {
        try (OpenFile file = open(wish, uploads.find(wish.upload(), actor))) {
            Optional<Template> template = template(wish, file);
            Recognised found = file.view(file.recognition(), country(file.recognition()), true);
            List<List<String>> rows = file.rows(corrected(wish.upload())).stream()
                    .map(cells -> masks.row(found, cells, actor))
                    .toList();
            return masks.samples(found, actor).with(rows).with(template);
        }
    }

    /** What a run of this file would go by; refuses faults of the file and of the wish. */
    Read read(ImportWish asked, Actor actor) {
        try (OpenFile file = open(asked, uploads.find(asked.upload(), actor))) {
            Optional<Template> template = template(asked, file);
            ImportWish wish = template.map(used -> used.in(asked, file.headings()))
                    .orElse(asked)
                    .settled();
            check(wish);
            Recognition recognition = file.recognition();
            check(wish, recognition, file.isCards() ? Cards.records() : List.of(recognition.type()), actor);
            String country = country(recognition);
            return new Read(wish, file.view(recognition, country, false), country, template, file.samples());
        }
    }

    /** The file of a run, read as the run goes. */
    OpenFile open(Run run) {
        return open(Imports.wish(run), run.upload());
    }

    /** Where nothing in the file tells, the organisation's own country is assumed. */
    String country(Recognition recognition) {
        return recognition.country().isEmpty() ? organisation.country() : recognition.country();
    }

    /** What was typed into the first rows since. */
    Map<Long, List<String>> corrected(long upload) {
        return corrections.first(upload, OpenFile.FIRST_ROWS, uploads.key(upload));
    }

    private OpenFile open(ImportWish wish, Uploads.Upload upload) {
        return OpenFile.open(uploads.source(upload), fields.catalogue(), hints(wish));
    }

    private static Hints hints(ImportWish wish) {
        return new Hints(wish.type(), wish.country(), wish.dates(), wish.mapping());
    }

    /** The template a file is read with; the file is recognised once more by it. */
    private Optional<Template> template(ImportWish wish, OpenFile file) {
        Optional<Template> used = templates.of(wish, file.headings());
        used.ifPresent(template -> file.recognise(hints(template.in(wish, file.headings()))));
        return used;
    }

    private static void check(ImportWish wish) {
        boolean known = MODES.contains(wish.mode()) && DATES.contains(wish.dates());
        if (!known || !COUNTRY.matcher(wish.country()).matches()) {
            throw new Refusal(ExchangeError.UNKNOWN_MODE);
        }
        if (!"insert".equals(wish.mode()) && wish.key().isEmpty()) {
            throw new Refusal(ExchangeError.KEY_REQUIRED);
        }
    }

    /** A column goes to a field of every one of the record types that has it. */
    private void check(ImportWish wish, Recognition recognition, List<String> records, Actor actor) {
        boolean named = recognition.columns().stream()
                .anyMatch(column -> Set.of("name", "given_name", "family_name").contains(column.path()));
        if (!named && !"update".equals(wish.mode())) {
            throw new Refusal(ExchangeError.NO_NAME_COLUMN);
        }
        recognition.columns().stream()
                .map(column -> column.path())
                .filter(path -> !path.isEmpty())
                .forEach(path -> checkField(records, path, actor));
        if (!wish.key().isEmpty()) {
            Optional<Field> key = fields.catalogue().find(recognition.type(), wish.key());
            if (key.isEmpty() || !key.get().unique()) {
                throw new Refusal(ExchangeError.KEY_NOT_UNIQUE, Map.of("field", wish.key()));
            }
            if (recognition.columns().stream().noneMatch(column -> column.path().equals(wish.key()))) {
                throw new Refusal(ExchangeError.KEY_NOT_MAPPED, Map.of("field", wish.key()));
            }
        }
    }

    private void checkField(List<String> records, String path, Actor actor) {
        int dot = path.indexOf('.');
        boolean ofList = dot >= 0 && !path.startsWith(Catalogue.PROVENANCE + ".");
        List<Field> meant = records.stream()
                .flatMap(record -> fields.catalogue().at(record, ofList ? path.substring(0, dot) : path).stream())
                .toList();
        if (meant.isEmpty() || !meant.stream().allMatch(field -> access.mayWrite(actor, field))) {
            throw new Refusal(ExchangeError.FIELD_NOT_IMPORTABLE, Map.of("field", path));
        }
    }

    /**
     * A file as it would be read.
     *
     * @param wish what was asked for, with what a template says
     * @param found without samples
     * @param samples the first values of each column, in clear
     */
    record Read(
            ImportWish wish,
            Recognised found,
            String country,
            Optional<Template> template,
            Map<Integer, List<String>> samples) {}
}
