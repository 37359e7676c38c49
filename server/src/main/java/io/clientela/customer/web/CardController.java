package io.clientela.customer.web;

import io.clientela.customer.CustomerCards;
import io.clientela.customer.CustomerNumber;
import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.platform.Needs;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/customers/{number}/card")
class CardController {

    private final CustomerCards cards;

    CardController(CustomerCards cards) {
        this.cards = cards;
    }

    /** The customer as a vCard of version 4.0, without what the reader sees masked. */
    @GetMapping(produces = "text/vcard;charset=UTF-8")
    @Needs(Functions.CUSTOMERS_EXPORT)
    ResponseEntity<String> card(@PathVariable String number, Actor actor) {
        return ResponseEntity.ok()
                .header("Content-Disposition", "attachment; filename=\"" + new CustomerNumber(number).text() + ".vcf\"")
                .body(cards.card(new CustomerNumber(number), actor));
    }
}
