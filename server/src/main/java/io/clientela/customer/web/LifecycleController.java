package io.clientela.customer.web;

import io.clientela.customer.CustomerNumber;
import io.clientela.customer.Lifecycle;
import io.clientela.customer.PastValues;
import io.clientela.customer.PeriodView;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.platform.Needs;
import io.clientela.platform.SignedIn;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class LifecycleController {

    private final Lifecycle lifecycle;
    private final PastValues pasts;

    LifecycleController(Lifecycle lifecycle, PastValues pasts) {
        this.lifecycle = lifecycle;
        this.pasts = pasts;
    }

    @GetMapping("/lifecycle")
    @SignedIn
    @Operation(
            summary = "The moves between stages of the lifecycle that are possible to the reader",
            description =
                    "With what each asks for: a reason, the day on which the stage was confirmed. An empty stage is none.")
    Moves moves(Actor actor) {
        return new Moves(lifecycle.moves(actor));
    }

    @GetMapping("/customers/{number}/periods")
    @Needs(Functions.CUSTOMERS_READ)
    @Operation(
            summary = "From when to when a customer had which stage, level and tags",
            description =
                    "The latest first, each with the entry that said it. Lists are filtered by it with f.KEY.was.")
    Periods periods(@PathVariable String number, Actor actor) {
        return new Periods(pasts.of(new CustomerNumber(number), actor));
    }

    record Moves(List<Lifecycle.Move> items) {}

    record Periods(List<PeriodView> items) {}
}
