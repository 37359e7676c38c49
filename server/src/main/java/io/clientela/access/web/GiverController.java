package io.clientela.access.web;

import io.clientela.access.Explanations;
import io.clientela.platform.SignedIn;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whom to ask for a right one hasn't. Colleagues' names only, which everybody in the house may know. */
@RestController
@RequestMapping("/api/v1/session/givers")
class GiverController {

    private final Explanations explanations;

    GiverController(Explanations explanations) {
        this.explanations = explanations;
    }

    @GetMapping
    @SignedIn
    Givers list() {
        return new Givers(explanations.givers());
    }

    /** Full names; the first of them where there are many. */
    record Givers(List<String> people) {}
}
