package io.clientela.schedule.web;

import io.clientela.kernel.Actor;
import io.clientela.platform.SignedIn;
import io.clientela.schedule.Job;
import io.clientela.schedule.Jobs;
import io.clientela.schedule.Jobs.Question;
import io.clientela.schedule.Steering;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/jobs")
class JobController {

    private static final int MOST = 200;

    private final Jobs jobs;
    private final JobViews views;

    JobController(Jobs jobs, JobViews views) {
        this.jobs = jobs;
        this.views = views;
    }

    /** One's own jobs; everybody's with the function for it. The newest first; {@code name} is what a kind of job is called by. */
    @GetMapping
    @SignedIn
    JobList list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "9223372036854775807") long cursor,
            @RequestParam(defaultValue = "100") int limit,
            Actor actor) {
        int most = Math.clamp(limit, 1, MOST);
        List<Job> found = jobs.visible(new Question(state, name, mine, cursor, most + 1), actor);
        List<Job> shown = found.size() > most ? found.subList(0, most) : found;
        return new JobList(
                shown.stream().map(job -> views.of(job, actor)).toList(),
                found.size() > most ? Optional.of(String.valueOf(shown.getLast().id())) : Optional.empty());
    }

    /** Lets a job rest after what it has in hand. */
    @PutMapping("/{id}/pause")
    @SignedIn
    JobView pause(@PathVariable long id, Actor actor) {
        return views.of(jobs.steer(id, Steering.PAUSE, actor), actor);
    }

    @PutMapping("/{id}/resumption")
    @SignedIn
    JobView resume(@PathVariable long id, Actor actor) {
        return views.of(jobs.steer(id, Steering.RESUME, actor), actor);
    }

    /** Ends a job for good after what it has in hand; what it has done stays. */
    @PutMapping("/{id}/cancellation")
    @SignedIn
    JobView cancel(@PathVariable long id, Actor actor) {
        return views.of(jobs.steer(id, Steering.CANCEL, actor), actor);
    }

    record JobList(List<JobView> items, Optional<String> next) {}
}
