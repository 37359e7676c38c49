package io.clientela.matching.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientela.access.People;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.kit.match.Estimate;
import io.clientela.kit.match.Thresholds;
import io.clientela.matching.GroupTable;
import io.clientela.matching.MatchingRun;
import io.clientela.matching.MatchingRuns;
import io.clientela.platform.Needs;
import io.clientela.schedule.Job;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/duplicates")
class MatchingRunController {

    private final MatchingRuns runs;
    private final GroupTable table;
    private final People people;

    MatchingRunController(MatchingRuns runs, GroupTable table, People people) {
        this.runs = runs;
        this.table = table;
        this.people = people;
    }

    /** Has the whole base compared in the background. */
    @PostMapping("/runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Needs(Functions.MATCHING_RUN)
    RunView start(Actor actor) {
        return view(runs.start(actor));
    }

    @GetMapping("/runs/{id}")
    @Needs(Functions.MATCHING_RUN)
    RunView one(@PathVariable long id) {
        return view(runs.find(id));
    }

    @PutMapping("/runs/{id}/cancellation")
    @Needs(Functions.MATCHING_RUN)
    RunView cancel(@PathVariable long id, Actor actor) {
        return view(runs.cancel(id, actor));
    }

    /** The last run, the thresholds in force, and what waits. */
    @GetMapping("/state")
    @Needs(Functions.MATCHING_REVIEW)
    StateView state() {
        Thresholds now = runs.thresholds();
        return new StateView(runs.latest().map(this::view).orElse(null), now.same(), now.ask(), runs.uncompared());
    }

    /** What is to be expected of thresholds, by what the last run learned; nothing before the first. */
    @GetMapping("/estimate")
    @Needs(Functions.MATCHING_RUN)
    EstimateView estimate(@RequestParam double same, @RequestParam double ask) {
        return new EstimateView(
                runs.estimate(same).orElse(null), runs.estimate(ask).orElse(null));
    }

    /** Every customer in the reader's scope with the group it belongs to by the last run, as CSV. */
    @GetMapping("/groups")
    @Needs(Functions.MATCHING_RUN)
    void groups(@RequestParam(defaultValue = "false") boolean explain, Actor actor, HttpServletResponse response)
            throws IOException {
        table.check(actor);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"duplicates.csv\"");
        table.write(response.getOutputStream(), explain, actor);
    }

    private RunView view(MatchingRun run) {
        Optional<Job> job = run.going() ? runs.job(run.id()) : Optional.empty();
        return new RunView(
                run.id(),
                run.state().text(),
                people.displayName(run.startedBy()),
                run.createdAt(),
                run.finishedAt().orElse(null),
                job.map(Job::processed).orElse(run.files()),
                job.map(Job::total).orElse(run.files()),
                run.sameFrom(),
                run.askFrom(),
                run.pairs(),
                run.groups(),
                run.sameFiles(),
                run.askFiles(),
                run.error().orElse(null));
    }

    /**
     * @param processed customers dealt with, of {@code rows}
     * @param groups of customers that are one; {@code sameFiles} and {@code askFiles} are the customers in them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RunView(
            long id,
            String state,
            String startedBy,
            Instant createdAt,
            @Nullable Instant finishedAt,
            long processed,
            long rows,
            double sameFrom,
            double askFrom,
            long pairs,
            long groups,
            long sameFiles,
            long askFiles,
            @Nullable String error) {}

    /** For pairs taken for the same, and for those at least asked about. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EstimateView(@Nullable Estimate same, @Nullable Estimate ask) {}

    /** {@code uncompared}: customers that came since and wait for the next run, counted up to 10,001. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StateView(@Nullable RunView run, double same, double ask, long uncompared) {}
}
