package io.clientela.audit.web;

import io.clientela.audit.AuditSearch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

record AuditPageView(List<Item> items, Optional<String> next) {

    record Item(
            long id,
            Instant at,
            Who actor,
            String action,
            Optional<String> number,
            String subject,
            Optional<Long> run,
            Map<String, String> detail,
            String origin,
            String channel,
            String outcome) {}

    record Who(long id, String name) {}

    static AuditPageView of(AuditSearch.Page page) {
        return new AuditPageView(page.items().stream().map(AuditPageView::item).toList(), page.next());
    }

    private static Item item(AuditSearch.Item item) {
        return new Item(
                item.id(),
                item.at(),
                new Who(item.actorId(), item.actorName()),
                item.action(),
                Optional.of(item.number()).filter(number -> !number.isEmpty()),
                item.subject(),
                item.run() == 0 ? Optional.empty() : Optional.of(item.run()),
                item.detail(),
                item.origin(),
                item.channel(),
                item.outcome());
    }
}
