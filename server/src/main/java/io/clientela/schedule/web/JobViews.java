package io.clientela.schedule.web;

import io.clientela.access.People;
import io.clientela.kernel.Actor;
import io.clientela.platform.Messages;
import io.clientela.schedule.Job;
import io.clientela.schedule.JobHandler;
import io.clientela.schedule.Jobs;
import io.clientela.schedule.Steering;
import io.clientela.schedule.web.JobView.JobError;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Words jobs in the reader's language, with what the reader may do with them. */
@Component
class JobViews {

    private final Jobs jobs;
    private final People people;
    private final Messages messages;

    JobViews(Jobs jobs, People people, Messages messages) {
        this.jobs = jobs;
        this.people = people;
        this.messages = messages;
    }

    JobView of(Job job, Actor actor) {
        Optional<JobHandler> handler = jobs.handler(job.kind());
        return new JobView(
                job.id(),
                job.kind(),
                job.nameKey(),
                label(job, actor),
                job.subject(),
                job.name(),
                job.state(),
                job.processed(),
                job.total(),
                job.secondsLeft().orElse(null),
                people.displayName(job.startedBy()),
                job.startedBy() == actor.userId(),
                job.createdAt(),
                job.startedAt().orElse(null),
                job.finishedAt().orElse(null),
                jobs.abilities(job, actor).stream().sorted().map(Steering::text).toList(),
                handler.flatMap(known -> known.page(job, actor)).orElse(null),
                handler.flatMap(known -> known.result(job, actor)).orElse(null),
                job.error().map(code -> error(code, actor)).orElse(null));
    }

    /** A kind nobody has named yet is shown by its own name, so that a gap is seen and nothing fails. */
    private String label(Job job, Actor actor) {
        String key = "job." + job.nameKey();
        return messages.has(key, actor.language()) ? messages.text(key, actor.language(), Map.of()) : job.nameKey();
    }

    private JobError error(String code, Actor actor) {
        return new JobError(
                code,
                messages.text("error." + code + ".cause", actor.language(), Map.of()),
                messages.text("error." + code + ".remedy", actor.language(), Map.of()));
    }
}
