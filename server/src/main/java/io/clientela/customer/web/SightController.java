package io.clientela.customer.web;

import io.clientela.customer.CustomerNumber;
import io.clientela.customer.Sight;
import io.clientela.customer.Sights;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.platform.Needs;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/customers/{number}/visibility")
class SightController {

    private final Sights sights;

    SightController(Sights sights) {
        this.sights = sights;
    }

    /** Whether a user sees this customer's file, through which role and reach, and which of its fields. */
    @GetMapping
    @Needs(value = Functions.ACCESS_MANAGE, or = Functions.AUDIT_READ)
    Sight sight(@PathVariable String number, @RequestParam long user, Actor actor) {
        return sights.of(new CustomerNumber(number), user, actor);
    }
}
