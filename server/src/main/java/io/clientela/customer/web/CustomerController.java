package io.clientela.customer.web;

import io.clientela.customer.AsOf;
import io.clientela.customer.Cell;
import io.clientela.customer.CustomerNumber;
import io.clientela.customer.Customers;
import io.clientela.customer.Dossier;
import io.clientela.customer.Dossiers;
import io.clientela.customer.FileView;
import io.clientela.customer.ListPage;
import io.clientela.customer.ListQuery;
import io.clientela.customer.ReadGate;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.platform.Needs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/customers")
class CustomerController {

    private static final String FILTER = "f.";

    private final ReadGate lists;
    private final Customers customers;
    private final Dossiers dossiers;
    private final CustomerEntry entry;

    CustomerController(ReadGate lists, Customers customers, Dossiers dossiers, CustomerEntry entry) {
        this.lists = lists;
        this.customers = customers;
        this.dossiers = dossiers;
        this.entry = entry;
    }

    /** Customers in the reader's scope; filters are parameters {@code f.KEY=value}, or {@code f.KEY.OPERATOR=value}. */
    @GetMapping
    @Needs(Functions.CUSTOMERS_READ)
    @Operation(
            summary = "Customers in the reader's scope",
            description =
                    "Filters are parameters f.KEY=value, with from..to for dates and numbers. f.KEY.not, f.KEY.starts, "
                            + "f.KEY.contains, f.KEY.before, f.KEY.after, f.KEY.last (days), f.KEY.empty and f.KEY.filled ask "
                            + "otherwise; f.KEY.any=a,b asks for one of at most 50 values, "
                            + "f.KEY.was=a,b@2026-09-30 for one of them at the end of a day, with from..to at any time between. "
                            + "f.owner.written asks for what a list called the owner where nobody was known by it, "
                            + "f.import_run for the customers of an import. "
                            + "There a comma within a value is "
                            + "written \\, and a backslash before a comma or backslash \\\\. where is a tree as JSON: "
                            + "{\"all\": [...]} and {\"any\": [...]} hold others, {\"field\": KEY, \"op\": is|not|any|starts|"
                            + "contains|before|after|between|last|empty|filled|written, \"value\": text or list of texts} is one "
                            + "condition; at most 50 conditions, five levels deep. columns=KEY,KEY gives only these fields; "
                            + "with total=false the first page comes without the number of all, which total then gives, "
                            + "unless it is known with the page.")
    ListPage list(
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String where,
            @RequestParam(defaultValue = "-created") String sort,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") Set<String> columns,
            @RequestParam(defaultValue = "true") boolean total,
            @RequestParam Map<String, String> all,
            Actor actor) {
        return lists.list(new ListQuery(type, q, filters(all), where, sort, cursor, limit, columns, total), actor);
    }

    @GetMapping("/total")
    @Needs(Functions.CUSTOMERS_READ)
    @Operation(
            summary = "How many customers a list has",
            description = "Parameters are the list's. Counted exactly to 10,000; a search says no more than 1,000.")
    ListPage.Total total(
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String where,
            @RequestParam Map<String, String> all,
            Actor actor) {
        return lists.total(ListQuery.whole(type, q, filters(all), where, ""), actor);
    }

    private static Map<String, String> filters(Map<String, String> all) {
        Map<String, String> filters = new HashMap<>();
        all.forEach((key, value) -> {
            if (key.startsWith(FILTER)) {
                filters.put(key.substring(FILTER.length()), value);
            }
        });
        return filters;
    }

    @GetMapping("/{number}")
    @Needs(Functions.CUSTOMERS_READ)
    @Operation(
            summary = "One customer's file",
            description =
                    "asOf gives the file as it was: at a moment such as 2026-05-10T08:00:00Z, or after the entry of "
                            + "its history with this number. Rights and masks are today's; what differs since stands in past.")
    ResponseEntity<FileView> file(@PathVariable String number, @RequestParam Optional<String> asOf, Actor actor) {
        CustomerNumber wanted = new CustomerNumber(number);
        FileView view = asOf.isPresent()
                ? customers.fileAsOf(wanted, AsOf.of(asOf.get()), actor)
                : customers.file(wanted, actor);
        return ResponseEntity.ok().eTag(Long.toString(view.version())).body(view);
    }

    @GetMapping("/{number}/dossier")
    @Needs(Functions.CUSTOMERS_READ)
    @Operation(
            summary = "Everything about one customer at once",
            description = "The file, how complete it is, its latest history, stages over time, coming days, doubles.")
    ResponseEntity<Dossier> dossier(@PathVariable String number, Actor actor) {
        Dossier dossier = dossiers.of(new CustomerNumber(number), actor);
        return ResponseEntity.ok().eTag(Long.toString(dossier.file().version())).body(dossier);
    }

    @PostMapping
    @Needs(Functions.CUSTOMERS_CREATE)
    ResponseEntity<FileView> create(
            @RequestBody @Valid NewCustomer body,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
            Actor actor) {
        FileView view = entry.create(body, key, actor);
        return ResponseEntity.created(URI.create("/api/v1/customers/" + view.number()))
                .eTag(Long.toString(view.version()))
                .body(view);
    }

    @PatchMapping("/{number}")
    @Needs(Functions.CUSTOMERS_CHANGE)
    ResponseEntity<FileView> change(
            @PathVariable String number,
            @RequestHeader(name = "If-Match", defaultValue = "") String version,
            @RequestBody CustomerChange body,
            Actor actor) {
        FileView view = entry.change(new CustomerNumber(number), version, body, actor);
        return ResponseEntity.ok().eTag(Long.toString(view.version())).body(view);
    }

    @PostMapping("/{number}/reveals")
    @Needs(Functions.CUSTOMERS_REVEAL)
    Cell reveal(@PathVariable String number, @RequestBody @Valid Reveal body, Actor actor) {
        return customers.reveal(new CustomerNumber(number), body.field(), body.reason(), actor);
    }

    record Reveal(
            @Schema(example = "document_number") @NotBlank String field,
            @NotNull String reason) {}
}
