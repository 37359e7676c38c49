package io.clientela.exchange.web;

import java.util.List;

/** How many rows of a run have which finding. */
record FindingsView(List<Item> items) {

    /** {@code rows} refused or warned about for one reason in one field; {@code label} names the field, {@code reason} the fault. */
    record Item(String kind, String field, String label, String code, String reason, long rows) {}
}
