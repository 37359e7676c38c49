package io.clientela.customer.web;

import io.clientela.customer.CustomerError;
import io.clientela.customer.Submission.ItemChange;
import io.clientela.customer.Submission.ListChange;
import io.clientela.customer.web.ListBody.ItemBody;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Refusal.FieldProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads values as JSON brings them; a masked cell sent back is refused before it can overwrite anything. */
final class RawValues {

    private RawValues() {}

    static Map<String, List<String>> of(@Nullable Map<String, JsonNode> json) {
        Map<String, List<String>> values = new HashMap<>();
        Optional.ofNullable(json).orElse(Map.of()).forEach((key, node) -> values.put(key, texts(key, node)));
        return values;
    }

    static Map<String, ListChange> lists(@Nullable Map<String, ListBody> json) {
        Map<String, ListChange> lists = new HashMap<>();
        Optional.ofNullable(json).orElse(Map.of()).forEach((key, body) -> lists.put(key, change(body)));
        return lists;
    }

    /** JSON may say null anywhere. */
    private static ListChange change(@Nullable ListBody body) {
        if (body == null) {
            throw new Refusal(CommonError.BAD_REQUEST);
        }
        List<ItemBody> set = Optional.ofNullable(body.set()).orElse(List.of());
        List<Long> remove = Optional.ofNullable(body.remove()).orElse(List.of());
        if (set.stream().anyMatch(Objects::isNull) || remove.stream().anyMatch(Objects::isNull)) {
            throw new Refusal(CommonError.BAD_REQUEST);
        }
        return new ListChange(set.stream().map(RawValues::item).toList(), remove);
    }

    private static ItemChange item(ItemBody body) {
        OptionalLong id = body.id() == null ? OptionalLong.empty() : OptionalLong.of(body.id());
        return new ItemChange(id, of(body.values()));
    }

    private static List<String> texts(String key, @Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return List.of();
        }
        if (node.isArray()) {
            List<String> all = new ArrayList<>();
            node.forEach(element -> all.addAll(texts(key, element)));
            return all;
        }
        if (node.isObject()) {
            boolean masked = node.path("masked").asBoolean(false);
            throw new Refusal(
                    masked ? CustomerError.MASKED_VALUE_SENT_BACK : CommonError.BAD_REQUEST,
                    Map.of("field", key),
                    List.of(new FieldProblem(
                            key, masked ? CustomerError.MASKED_VALUE_SENT_BACK.code() : "bad_form", Map.of())));
        }
        return List.of(node.asString());
    }
}
