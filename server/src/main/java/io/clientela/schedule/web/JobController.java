package io.clientela.schedule.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientela.access.People;
import io.clientela.kernel.Actor;
import io.clientela.platform.Messages;
import io.clientela.platform.SignedIn;
import io.clientela.schedule.Job;
import io.clientela.schedule.Jobs;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/jobs")
class JobController {

    private final Jobs jobs;
    private final People people;
    private final Messages messages;

    JobController(Jobs jobs, People people, Messages messages) {
        this.jobs = jobs;
        this.people = people;
        this.messages = messages;
    }

    /** One's own jobs; everybody's with the function for it. */
    @GetMapping
    @SignedIn
    JobList list(Actor actor) {
        return new JobList(
                jobs.visible(actor).stream().map(job -> view(job, actor)).toList());
    }

    private JobView view(Job job, Actor actor) {
        return new JobView(
                job.id(),
                job.kind(),
                job.subject(),
                job.name(),
                job.state(),
                job.processed(),
                job.total(),
                people.displayName(job.startedBy()),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt(),
                Optional.ofNullable(job.error()).map(code -> error(code, actor)).orElse(null));
    }

    private JobError error(String code, Actor actor) {
        return new JobError(
                code,
                messages.text("error." + code + ".cause", actor.language(), Map.of()),
                messages.text("error." + code + ".remedy", actor.language(), Map.of()));
    }

    record JobList(List<JobView> items) {}

    /** {@code total} is 0 while nobody knows how many there are. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record JobView(
            long id,
            String kind,
            long subject,
            String name,
            String state,
            long processed,
            long total,
            String startedBy,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable JobError error) {}

    record JobError(String code, String detail, String remedy) {}
}
