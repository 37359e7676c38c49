package io.clientela.customer.web;

import io.clientela.customer.CustomerNumber;
import io.clientela.customer.Merged;
import java.util.List;

/** Customers that are one now: the number that stands for all, and all numbers. */
record MergedView(String number, long version, List<String> members) {

    static MergedView of(Merged merged) {
        return new MergedView(
                merged.number().text(),
                merged.version(),
                merged.members().stream().map(CustomerNumber::text).toList());
    }
}
