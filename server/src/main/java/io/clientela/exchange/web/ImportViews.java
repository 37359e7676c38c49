package io.clientela.exchange.web;

import io.clientela.access.People;
import io.clientela.exchange.Finding;
import io.clientela.exchange.ImportRemark;
import io.clientela.exchange.Imports;
import io.clientela.exchange.Recognised;
import io.clientela.exchange.Run;
import io.clientela.exchange.Undos;
import io.clientela.exchange.web.RowsView.FindingView;
import io.clientela.exchange.web.RowsView.RowView;
import io.clientela.fields.FieldCatalogue;
import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.format.RowWriter;
import io.clientela.kit.recognise.RemarkColumns;
import io.clientela.platform.Messages;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Words runs and their rows in the reader's language. */
@Component
class ImportViews {

    private static final String FIRST = "first";
    private static final Set<String> KINDS = Set.of("refused", "warning", FIRST);

    /** As many names fit into one reason. */
    private static final int NAMED = 4;

    /** Arguments of messages that speak of one row, where many are meant. */
    private static final Map<String, String> ANY =
            Map.of("number", "…", "row", "…", "name", "…", "names", "…", "found", "…", "expected", "…");

    private static final int MOST = 500;

    private final Imports imports;
    private final Undos undos;
    private final FieldCatalogue fields;
    private final Messages messages;
    private final People people;

    ImportViews(Imports imports, Undos undos, FieldCatalogue fields, Messages messages, People people) {
        this.imports = imports;
        this.undos = undos;
        this.fields = fields;
        this.messages = messages;
        this.people = people;
    }

    /** With samples of the file's values. */
    RunView of(Run run, Actor actor) {
        List<Long> mendings =
                imports.mendings(run.id(), actor).stream().map(Run::id).toList();
        return of(run, imports.recognised(run, actor), mendings, undos.states(List.of(run.id())), actor);
    }

    /** As many: without samples, so that no file is opened for them. */
    List<RunView> listed(List<Run> runs, Actor actor) {
        Map<Long, String> taken = undos.states(runs.stream().map(Run::id).toList());
        return runs.stream()
                .map(run -> of(run, imports.recognised(run), null, taken, actor))
                .toList();
    }

    private RunView of(
            Run run, Recognised recognised, @Nullable List<Long> mendings, Map<Long, String> taken, Actor actor) {
        Run.Counts counts = run.counts();
        return new RunView(
                run.id(),
                run.upload().name(),
                run.upload().id(),
                run.record(),
                run.mode(),
                run.key(),
                run.dryRun(),
                run.state().name().toLowerCase(java.util.Locale.ROOT),
                run.total(),
                counts.processed(),
                counts.accepted(),
                counts.created(),
                counts.updated(),
                counts.unchanged(),
                counts.pending(),
                counts.refused(),
                counts.warned(),
                run.mended(),
                run.mends().isPresent() ? run.mends().getAsLong() : null,
                mendings,
                run.busyMillis() / 1000.0,
                people.displayName(run.startedBy()),
                run.startedBy(),
                run.startedBy() == actor.userId(),
                run.createdAt(),
                run.startedAt().orElse(null),
                run.finishedAt().orElse(null),
                run.planVersion(),
                run.template().isEmpty() ? null : run.template(),
                recognised,
                taken.get(run.id()),
                run.errorCode().map(code -> error(code, actor)).orElse(null));
    }

    private RunView.RunError error(String code, Actor actor) {
        return new RunView.RunError(
                code,
                messages.text("error." + code + ".cause", actor.language(), Map.of()),
                messages.text("error." + code + ".remedy", actor.language(), Map.of()));
    }

    RowsView rows(long id, String kind, String field, String code, long cursor, int limit, Actor actor) {
        if (!KINDS.contains(kind)) {
            throw new Refusal(CommonError.BAD_REQUEST);
        }
        Run run = imports.find(id, actor);
        int most = Math.clamp(limit, 1, MOST);
        if (FIRST.equals(kind)) {
            return first(run, actor);
        }
        List<ImportRemark> remarks = imports.remarks(id, kind, field, code, cursor, most, actor);
        List<RowView> rows = remarks.stream()
                .map(remark -> new RowView(remark.row(), kind, findings(run, remark.problems(), actor), remark.cells()))
                .toList();
        Long next = remarks.size() < most ? null : remarks.getLast().row();
        return new RowsView(headings(run), rows, next);
    }

    private RowsView first(Run run, Actor actor) {
        List<RowView> rows = imports.first(run.id(), actor).stream()
                .map(row -> new RowView(row.row(), row.kind(), findings(run, row.problems(), actor), row.cells()))
                .toList();
        return new RowsView(headings(run), rows, null);
    }

    private List<FindingView> findings(Run run, List<FieldProblem> problems, Actor actor) {
        return problems.stream().map(problem -> finding(run, problem, actor)).toList();
    }

    FindingsView findings(long id, Actor actor) {
        Run run = imports.find(id, actor);
        return new FindingsView(imports.findings(id, actor).stream()
                .map(finding -> new FindingsView.Item(
                        finding.kind(),
                        finding.field(),
                        label(run.record(), finding.field(), actor),
                        finding.code(),
                        messages.text("fault." + finding.code() + ".cause", actor.language(), details(finding, actor)),
                        finding.rows()))
                .toList());
    }

    /** A finding of many rows says nothing of one of them; whom they name it says. */
    private static Map<String, String> details(Finding finding, Actor actor) {
        if (finding.names().isEmpty()) {
            return ANY;
        }
        String some = finding.names().stream()
                .limit(NAMED)
                .collect(Collectors.joining("zh".equals(actor.language()) ? "、" : ", "));
        Map<String, String> details = new HashMap<>(ANY);
        details.put("name", finding.names().size() > NAMED ? some + "…" : some);
        return details;
    }

    UnknownOwnersView unknownOwners(long id, Actor actor) {
        return new UnknownOwnersView(imports.strangers(id, actor).stream()
                .map(stranger -> new UnknownOwnersView.Item(
                        stranger.name(),
                        stranger.rows(),
                        people.byName(stranger.name()).map(People.Person::id).orElse(null)))
                .toList());
    }

    private FindingView finding(Run run, FieldProblem problem, Actor actor) {
        return new FindingView(
                problem.field(),
                label(run.record(), problem.field(), actor),
                problem.code(),
                messages.text("fault." + problem.code() + ".cause", actor.language(), problem.details()),
                messages.text("fault." + problem.code() + ".remedy", actor.language(), problem.details()));
    }

    private String label(String record, String path, Actor actor) {
        if (path.startsWith(Catalogue.PROVENANCE + ".")) {
            return fields.catalogue()
                    .at(record, path)
                    .map(field -> field.label().in(actor.language()))
                    .orElse(path);
        }
        int dot = path.indexOf('.');
        String key = dot < 0 ? path : path.substring(0, dot);
        return fields.catalogue()
                .find(record, key)
                .map(field -> {
                    String label = field.label().in(actor.language());
                    return dot < 0 ? label : label + " · " + label(field.codeList(), path.substring(dot + 1), actor);
                })
                .orElse(path);
    }

    private List<String> headings(Run run) {
        return imports.recognised(run).columns().stream()
                .map(Recognised.ColumnView::heading)
                .toList();
    }

    /** The refused rows as the sheet they came in; as a workbook its cells are texts, so that no program touches long numbers. */
    void refused(long id, boolean workbook, Actor actor, HttpServletResponse response) throws IOException {
        Run run = imports.find(id, actor);
        Imports.RefusedRows rows = imports.refused(id, actor);
        String name = "refused-" + id + (workbook ? ".xlsx" : ".csv");
        response.setContentType(
                workbook
                        ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                        : "text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        List<String> heading = new ArrayList<>(RemarkColumns.headings(actor.language()));
        heading.addAll(headings(run));
        try (RowWriter writer = workbook
                ? RowWriter.xlsx(response.getOutputStream(), Long.toString(id))
                : RowWriter.csv(response.getOutputStream(), ',', true)) {
            writer.write(heading);
            rows.each(remark -> write(writer, run, remark, actor));
        }
    }

    private void write(RowWriter writer, Run run, ImportRemark remark, Actor actor) {
        FieldProblem first = remark.problems().getFirst();
        FindingView finding = finding(run, first, actor);
        List<String> cells = new ArrayList<>(List.of(
                Long.toString(remark.row()), first.field(), first.code(), finding.reason() + " " + finding.remedy()));
        cells.addAll(remark.cells());
        try {
            writer.write(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
