package io.clientela.audit.web;

import io.clientela.audit.AuditSearch;
import io.clientela.audit.AuditWords;
import io.clientela.audit.AuditWords.Told;
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
            String label,
            Optional<String> number,
            String subject,
            Optional<String> subjectName,
            Optional<Long> run,
            Map<String, String> detail,
            List<Told> details,
            String origin,
            String channel,
            String outcome) {}

    record Who(long id, String name, Optional<String> displayName) {}

    static AuditPageView of(AuditSearch.Page page, AuditWords words, String language) {
        return new AuditPageView(
                page.items().stream().map(item -> item(item, words, language)).toList(), page.next());
    }

    private static Item item(AuditSearch.Item item, AuditWords words, String language) {
        return new Item(
                item.id(),
                item.at(),
                new Who(item.actorId(), item.actorName(), words.actor(item.actorId(), language)),
                item.action(),
                words.action(item, language),
                Optional.of(item.number()).filter(number -> !number.isEmpty()),
                item.subject(),
                words.subject(item.subject(), language),
                item.run() == 0 ? Optional.empty() : Optional.of(item.run()),
                item.detail(),
                words.details(item, language),
                item.origin(),
                item.channel(),
                item.outcome());
    }
}
