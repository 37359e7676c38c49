package io.clientela.customer.web;

import io.clientela.customer.ComingDay;
import io.clientela.customer.ComingDays;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.platform.Needs;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/coming-days")
class ComingDayController {

    private final ComingDays days;

    ComingDayController(ComingDays days) {
        this.days = days;
    }

    @GetMapping
    @Needs(Functions.CUSTOMERS_READ)
    @Operation(
            summary = "Important dates of the contacts of one's own customers that come round soon",
            description =
                    "From today on for this many days, at most 366 and 200 dates; 29 February comes on the 28th in other years.")
    Coming coming(@RequestParam(defaultValue = "30") int days, Actor actor) {
        return new Coming(this.days.own(days, actor));
    }

    record Coming(List<ComingDay> items) {}
}
