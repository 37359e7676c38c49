package io.clientela.acceptance;

import io.clientela.acceptance.HostileValues.Raw;
import java.util.Iterator;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Writes JSON that a decent library wouldn't: doubled keys, halves of characters, numbers that are none. */
final class HostileJson {

    /** At the end of a key: written without it, so that the key stands twice. */
    static final String AGAIN = "\u0001again";

    private HostileJson() {}

    static String write(Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(Object value, StringBuilder out) {
        switch (value) {
            case null -> out.append("null");
            case Raw raw -> out.append(raw.text());
            case JsonNode node -> out.append(node);
            case Map<?, ?> map -> object(map, out);
            case Iterable<?> all -> array(all.iterator(), out);
            case String text -> text(text, out);
            default -> out.append(value);
        }
    }

    private static void object(Map<?, ?> map, StringBuilder out) {
        out.append('{');
        String between = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(between);
            text(String.valueOf(entry.getKey()).replace(AGAIN, ""), out);
            out.append(':');
            write(entry.getValue(), out);
            between = ",";
        }
        out.append('}');
    }

    private static void array(Iterator<?> all, StringBuilder out) {
        out.append('[');
        while (all.hasNext()) {
            write(all.next(), out);
            out.append(all.hasNext() ? "," : "");
        }
        out.append(']');
    }

    private static void text(String text, StringBuilder out) {
        out.append('"');
        text.chars().forEach(c -> {
            if (c < 0x20 || c == '"' || c == '\\' || Character.isSurrogate((char) c)) {
                out.append("\\u%04x".formatted(c));
            } else {
                out.append((char) c);
            }
        });
        out.append('"');
    }
}
