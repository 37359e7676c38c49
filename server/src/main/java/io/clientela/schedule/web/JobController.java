package io.clientela.schedule.web;

import io.clientela.kernel.Actor;
import io.clientela.platform.SignedIn;
import io.clientela.schedule.Job;
import io.clientela.schedule.Jobs;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/jobs")
class JobController {

    private final Jobs jobs;

    JobController(Jobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping
    @SignedIn
    JobList list(Actor actor) {
        return new JobList(jobs.visible(actor));
    }

    record JobList(List<Job> items) {}
}
