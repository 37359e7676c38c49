package io.clientela.customer;

import io.clientela.customer.ItemStore.Item;
import io.clientela.fields.FieldCatalogue;
import io.clientela.platform.Bundle;
import io.clientela.platform.Bundle.Answer;
import io.clientela.platform.Bundles;
import io.clientela.vault.SealKey;
import io.clientela.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** A file with its state opened. */
record Loaded(FileRow row, FileState state, SealKey key) {

    /** Opens rows: unseals what is sealed, and adds what is kept of cards and the items of lists. */
    @Component
    static class Loader {
        private final Vault vault;
        private final FileStore rows;
        private final ItemStore items;
        private final FieldCatalogue fields;
        private final Bundles bundles;

        Loader(Vault vault, FileStore rows, ItemStore items, FieldCatalogue fields, Bundles bundles) {
            this.vault = vault;
            this.rows = rows;
            this.items = items;
            this.fields = fields;
            this.bundles = bundles;
        }

        /** Opened files by id; one whose key was destroyed is missing. */
        Map<Long, Loaded> open(Collection<FileRow> rows) {
            Map<Long, Loaded> files = new HashMap<>();
            List<Long> ids = rows.stream().map(FileRow::fileId).toList();
            if (ids.isEmpty()) {
                return files;
            }
            List<Long> listing = rows.stream()
                    .filter(row -> fields.catalogue().hasLists(row.record()))
                    .map(FileRow::fileId)
                    .toList();
            Bundle asked = bundles.open();
            Supplier<Map<Long, SealKey>> sealKeys = vault.open(ids, asked);
            Optional<Answer<Item>> kept = listing.isEmpty() ? Optional.empty() : Optional.of(items.of(listing, asked));
            asked.send();
            Map<Long, SealKey> keys = sealKeys.get();
            Map<Long, Map<String, byte[]>> cards = this.rows.cards(
                    rows.stream().filter(FileRow::carded).map(FileRow::fileId).toList());
            for (FileRow row : rows) {
                SealKey key = keys.get(row.fileId());
                if (key != null) {
                    FileState state = row.state(entry -> unsealed(row, entry, key));
                    cards.getOrDefault(row.fileId(), Map.of())
                            .entrySet()
                            .forEach(card -> state.put(card.getKey(), Value.of(unsealed(row, card, key))));
                    files.put(row.fileId(), new Loaded(row, state, key));
                }
            }
            for (Item item : kept.map(Answer::get).orElse(List.of())) {
                Loaded file = files.get(item.headId());
                if (file != null && file.row().linked().isPresent()) {
                    file.state().putItemOnce(item.list(), item.itemId(), item.parts());
                } else if (file != null) {
                    file.state().putItem(item.list(), item.itemId(), item.parts());
                }
            }
            return files;
        }

        private static String unsealed(FileRow row, Map.Entry<String, byte[]> entry, SealKey key) {
            return new String(
                    key.open(entry.getValue(), FileRow.place(row.fileId(), entry.getKey())), StandardCharsets.UTF_8);
        }
    }
}
