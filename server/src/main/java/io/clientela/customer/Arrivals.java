package io.clientela.customer;

import io.clientela.customer.KeyStore.Blind;
import io.clientela.kernel.Refusal.FieldProblem;
import io.clientela.platform.CopyRows;
import io.clientela.vault.Vault;
import java.util.List;
import java.util.Map;

/**
 * New files on their way in: decided, numbered, sealed and laid out for COPY. Only writing them is left.
 *
 * @param naming states of those that have items, which may name other customers, by id
 */
record Arrivals(
        List<Arrival> each,
        Vault.NewKeys vaultKeys,
        CopyRows files,
        CopyRows journal,
        CopyRows search,
        CopyRows keys,
        CopyRows items,
        CopyRows periods,
        CopyRows days,
        Map<Long, FileState> naming) {

    /**
     * One new file.
     *
     * @param identifying hashes of the values that tell a customer from all others, by field key
     */
    record Arrival(Written written, long version, Map<String, Blind> identifying, List<FieldProblem> warnings) {}
}
