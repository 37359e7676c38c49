package io.clientela.fields.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientela.kit.fields.CodeItem;
import io.clientela.kit.fields.CodeList;
import io.clientela.kit.fields.CodeLists;
import io.clientela.kit.fields.Regions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Choices in one language. A place that was searched for bears its whole path, so that namesakes can be told apart. */
record CodeItemsView(List<Item> items) {

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Item(
            String code,
            String label,
            Optional<String> parent,
            boolean leaf,
            @Nullable Boolean retired) {}

    /** What is asked of a list: the items right below {@code parent}, those with {@code words} in their name, or all. */
    record Question(Optional<String> parent, String words, int limit, boolean retired) {}

    static CodeItemsView flat(List<CodeItem> items, String language) {
        return new CodeItemsView(items.stream()
                .map(item -> new Item(item.code(), item.label().in(language), Optional.empty(), true, null))
                .toList());
    }

    static CodeItemsView of(CodeList list, Regions regions, Question question, String language) {
        boolean places = list.key().equals(CodeLists.REGION);
        boolean paths = places && !question.words().isBlank();
        return new CodeItemsView(chosen(list, regions, question)
                .filter(item -> question.retired() || !item.retired())
                .limit(question.limit())
                .map(item -> new Item(
                        item.code(),
                        paths
                                ? regions.path(item.code(), language)
                                : item.label().in(language),
                        Optional.of(item.parent()).filter(code -> !code.isEmpty()),
                        list.leaf(item.code()),
                        item.retired() ? true : null))
                .toList());
    }

    private static Stream<CodeItem> chosen(CodeList list, Regions regions, Question question) {
        if (question.words().isBlank()) {
            return question.parent().map(list::children).orElseGet(list::items).stream();
        }
        Stream<CodeItem> found = list.search(question.words(), question.limit()).stream();
        if (list.key().equals(CodeLists.REGION)) {
            // 长沙岳麓 or "Sevilla, España": a whole place is written, of which no name has it all.
            Stream<CodeItem> whole = regions.resolve(question.words(), "").code().flatMap(list::item).stream();
            found = Stream.concat(whole, found).distinct();
        }
        String parent = question.parent().orElse("");
        return found.filter(item -> parent.isEmpty() || list.within(item.code(), parent));
    }
}
