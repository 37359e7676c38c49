package io.clientela.customer.web;

import io.clientela.customer.CustomerNumber;
import io.clientela.customer.Customers;
import io.clientela.customer.FileView;
import io.clientela.customer.ListPage;
import io.clientela.customer.ListQuery;
import io.clientela.customer.Pool;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.platform.Needs;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class PoolController {

    private static final String FILTER = "f.";

    private final Pool pool;
    private final Customers customers;

    PoolController(Pool pool, Customers customers) {
        this.pool = pool;
        this.customers = customers;
    }

    @GetMapping("/pool")
    @Needs(Functions.CUSTOMERS_CLAIM)
    @Operation(
            summary = "Customers without owner that the reader may claim",
            description =
                    "Those of the reader's department and of those whose customers they see; parameters are the list's.")
    ListPage page(
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "-created") String sort,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam Map<String, String> all,
            Actor actor) {
        Map<String, String> filters = all.entrySet().stream()
                .filter(parameter -> parameter.getKey().startsWith(FILTER))
                .collect(Collectors.toMap(
                        parameter -> parameter.getKey().substring(FILTER.length()), Map.Entry::getValue));
        return pool.page(new ListQuery(type, q, filters, sort, cursor, limit), actor);
    }

    @GetMapping("/pool/limits")
    @Needs(Functions.CUSTOMERS_CLAIM)
    @Operation(summary = "How many customers one has claimed, and how many more one may")
    Pool.Limits limits(Actor actor) {
        return pool.limits(actor);
    }

    @PostMapping("/customers/{number}/claims")
    @Needs(Functions.CUSTOMERS_CLAIM)
    @Operation(
            summary = "Makes a customer of the pool one's own",
            description = "Of several who claim one at once one gets it; the others are told so with already_claimed.")
    ResponseEntity<FileView> claim(@PathVariable String number, Actor actor) {
        return view(pool.claim(new CustomerNumber(number), actor).number(), actor);
    }

    @PostMapping("/customers/{number}/releases")
    @Needs(Functions.CUSTOMERS_CLAIM)
    @Operation(summary = "Gives one's own customer to the pool of its department, for a reason")
    ResponseEntity<FileView> release(@PathVariable String number, @RequestBody @Valid Why body, Actor actor) {
        return view(
                pool.release(new CustomerNumber(number), body.reason(), actor).number(), actor);
    }

    private ResponseEntity<FileView> view(CustomerNumber number, Actor actor) {
        FileView view = customers.written(number, actor);
        return ResponseEntity.ok().eTag(Long.toString(view.version())).body(view);
    }

    record Why(@NotNull String reason) {}
}
