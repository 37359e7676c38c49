package io.clientela.customer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Record types of customers lately read, by number: neither ever changes, and whoever changes a customer has mostly just read it. Says
 * nothing of who may know of one.
 */
@Component
class KnownTypes {

    private static final int MOST = 50_000;

    private final Map<String, String> types = new LinkedHashMap<>();

    synchronized void keep(CustomerNumber number, String record) {
        if (types.putIfAbsent(number.text(), record) == null && types.size() > MOST) {
            types.remove(types.keySet().iterator().next());
        }
    }

    synchronized Optional<String> find(CustomerNumber number) {
        return Optional.ofNullable(types.get(number.text()));
    }
}
