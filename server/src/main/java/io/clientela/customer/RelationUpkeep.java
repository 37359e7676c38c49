package io.clientela.customer;

import io.clientela.customer.spi.FileReferences;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Keeps what is derived from relations right in the transaction that changes them: that each is found from both sides. */
@Component
class RelationUpkeep implements FileReferences {

    private final RelationStore relations;

    RelationUpkeep(RelationStore relations) {
        this.relations = relations;
    }

    /** Of a new file, once it is there. */
    void tie(long fileId, FileState state) {
        state.items(RelationParts.LIST).forEach((id, parts) -> tie(fileId, id, parts));
    }

    void turn(Change change) {
        long file = change.after().fileId();
        List<Long> touched = new ArrayList<>();
        change.body().items().getOrDefault(RelationParts.LIST, List.of()).forEach(item -> touched.add(item.id()));
        touched.addAll(change.body().removed().getOrDefault(RelationParts.LIST, List.of()));
        if (touched.isEmpty()) {
            return;
        }
        relations.untie(file, touched);
        Map<Long, Map<String, Value>> items = change.state().items(RelationParts.LIST);
        touched.stream()
                .filter(items::containsKey)
                .distinct()
                .forEach(id -> tie(file, id, items.getOrDefault(id, Map.of())));
    }

    private void tie(long fileId, long itemId, Map<String, Value> parts) {
        RelationParts relation = new RelationParts(parts);
        if (!relation.customer().isEmpty()) {
            relations.tie(fileId, itemId, relation);
        }
    }

    /** A customer whom one that stays names isn't taken back with the import that brought it in. */
    @Override
    public Set<Long> among(Collection<Long> fileIds) {
        return relations.among(fileIds);
    }
}
