package io.clientela.customer.web;

import io.clientela.customer.CustomerGroup;
import io.clientela.customer.CustomerNumber;
import io.clientela.customer.RelationKindView;
import io.clientela.customer.Structures;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.platform.Needs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class StructureController {

    private final Structures structures;

    StructureController(Structures structures) {
        this.structures = structures;
    }

    @GetMapping("/relation-kinds")
    @Needs(Functions.CUSTOMERS_READ)
    @Operation(
            summary = "Kinds of relation a customer of a type may have to another",
            description = "As the other customer is called from this one's side; circle says whether it makes a group.")
    Kinds kinds(@RequestParam @Parameter(example = "enterprise") String type, Actor actor) {
        return new Kinds(structures.kinds(type, actor));
    }

    @GetMapping("/customers/{number}/groups/{circle}")
    @Needs(Functions.CUSTOMERS_READ)
    @Operation(
            summary = "The household or the group of companies of a customer, with figures summed over it",
            description =
                    "circle is household or company. The one at the top comes first, each member is followed by those below. "
                            + "Of members out of reach only the number is told that a member's file names, and nothing summed.")
    CustomerGroup group(
            @PathVariable String number, @PathVariable @Parameter(example = "company") String circle, Actor actor) {
        return structures.group(new CustomerNumber(number), circle, actor);
    }

    record Kinds(List<RelationKindView> items) {}
}
