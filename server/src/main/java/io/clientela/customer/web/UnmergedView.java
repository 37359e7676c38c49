package io.clientela.customer.web;

import io.clientela.customer.CustomerNumber;
import io.clientela.customer.Unmerged;
import java.util.List;

/** The two sides of a link that was taken away: first the one that kept the head. */
record UnmergedView(List<Side> sides) {

    record Side(String number, long version, List<String> members) {}

    static UnmergedView of(Unmerged unmerged) {
        return new UnmergedView(unmerged.sides().stream()
                .map(side -> new Side(
                        side.number().text(),
                        side.version(),
                        side.members().stream().map(CustomerNumber::text).toList()))
                .toList());
    }
}
