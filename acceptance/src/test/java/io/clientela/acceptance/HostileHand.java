package io.clientela.acceptance;

import io.clientela.acceptance.HostileValues.Raw;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Spoils a good call in one to three places, so that it gets past the door before it hurts. */
final class HostileHand {

    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/json; charset=utf-16",
            "application/json; charset=nonsense",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "nonsense",
            "*/*",
            "");

    private static final List<String> PATHS = List.of(
            "..",
            ".",
            "%2e%2e",
            "..%2f..%2fetc%2fpasswd",
            "%00",
            "a%00b",
            "%ED%A0%80",
            "%c0%af",
            "%",
            "%zz",
            ";jsessionid=1",
            "a;b=c",
            "%2F",
            "%5C",
            "",
            "%E2%80%AE",
            "a%20b",
            "a%0d%0aX-Clientela-Evil:%201",
            "%252e%252e");

    private final Random random;
    private final HostileValues values;

    HostileHand(Random random, HostileValues values) {
        this.random = random;
        this.values = values;
    }

    /** @param smallIds whether ids that may be other people's are allowed */
    void spoil(HostileCall call, boolean smallIds) {
        call.spoilt = true;
        for (int i = random.nextInt(3); i >= 0; i--) {
            boolean hasBody = call.body.isPresent();
            switch (random.nextInt(hasBody ? 14 : 8)) {
                case 0 -> path(call, smallIds);
                case 1, 2 -> query(call, smallIds);
                case 3 -> header(call);
                case 4 -> known(call);
                case 5 -> method(call);
                case 6 -> path(call, smallIds);
                case 7 -> whole(call, smallIds);
                case 8 -> call.contentType = values.pick(TYPES);
                default -> inside(call, smallIds);
            }
        }
    }

    private void path(HostileCall call, boolean smallIds) {
        List<Integer> parameters = new ArrayList<>();
        String[] parts = call.endpoint.path().split("/");
        for (int i = 0; i < parts.length && i < call.segments.size(); i++) {
            if (parts[i].startsWith("{")) {
                parameters.add(i);
            }
        }
        if (parameters.isEmpty()) {
            if (random.nextInt(4) == 0) {
                call.segments.add(values.pick(PATHS));
            } else {
                query(call, smallIds);
            }
            return;
        }
        String hostile = switch (random.nextInt(4)) {
            case 0 -> values.pick(PATHS);
            case 1 -> HostileComposer.encoded(values.shortText());
            default -> values.number(smallIds);
        };
        call.segments.set(values.pick(parameters), hostile);
    }

    private void query(HostileCall call, boolean smallIds) {
        List<Interface.Parameter> known = call.endpoint.in("query");
        String name = known.isEmpty() || random.nextInt(8) == 0
                ? HostileComposer.encoded(values.shortText())
                : values.pick(known).name();
        String value = random.nextInt(3) == 0 ? values.number(smallIds) : values.shortText();
        String filter = name.equals("all") ? "f." + random.nextInt(3) : name;
        call.query.add(filter + "=" + (random.nextInt(10) == 0 ? values.pick(PATHS) : HostileComposer.encoded(value)));
    }

    private void header(HostileCall call) {
        String value = values.shortText().replaceAll("[^\\x20-\\x7e]", "?");
        call.headers.add(
                switch (random.nextInt(14)) {
                    case 0 ->
                        "Accept: "
                                + values.pick(
                                        List.of("application/xml", "text/html", "nonsense", "*/*;q=x", "image/png"));
                    case 1 -> "Accept-Language: " + value;
                    case 2 -> "X-Forwarded-For: " + value;
                    case 3 -> "X-HTTP-Method-Override: DELETE";
                    case 4 -> "X-Forwarded-Host: evil.example";
                    case 5 -> "Cookie: SESSION=" + value + "; XSRF-TOKEN=x";
                    case 6 -> "Range: bytes=0-1,5-9999999999999999999999";
                    case 7 -> "If-None-Match: *";
                    case 8 -> "Content-Encoding: gzip";
                    case 9 -> "X-Large: " + "x".repeat(9_000);
                    case 10 -> "Idempotency-Key: " + value;
                    case 11 -> "Transfer-Encoding: nonsense";
                    case 12 -> "Expect: 100-continue";
                    default -> "If-Modified-Since: " + value;
                });
    }

    /** A header the endpoint reads: a stale version, a tag that is none. */
    private void known(HostileCall call) {
        List<Interface.Parameter> known = call.endpoint.in("header");
        if (known.isEmpty()) {
            header(call);
            return;
        }
        String name = values.pick(known).name();
        call.headers.removeIf(line -> line.startsWith(name + ":"));
        String said = values.pick(List.of(
                "\"0\"",
                "\"999999\"",
                "W/\"1\"",
                "*",
                "\"\"",
                "\"9223372036854775808\"",
                "\"1\", \"2\"",
                "x".repeat(3_000),
                "' or 1=1 --",
                "\u0001"));
        call.headers.add(name + ": " + said);
    }

    private void method(HostileCall call) {
        if (random.nextInt(3) == 0) {
            call.method = values.pick(List.of("HEAD", "OPTIONS", "TRACE", "PATCH", "PUT", "PROPFIND", "GET", "get"));
        } else {
            header(call);
        }
    }

    /** The whole body is something else. */
    private void whole(HostileCall call, boolean smallIds) {
        if (call.method.equals("GET")) {
            query(call, smallIds);
            return;
        }
        call.raw = Optional.of(
                switch (random.nextInt(9)) {
                    case 0 -> new byte[0];
                    case 1 -> "{".getBytes(StandardCharsets.UTF_8);
                    case 2 -> new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'};
                    case 3 -> new byte[] {(byte) 0xff, (byte) 0xfe, 0, 0, 1};
                    case 4 -> ("{\"a\":".repeat(3_000)).getBytes(StandardCharsets.UTF_8);
                    case 5 -> bytes(call, 0.5);
                    case 6 -> random.nextInt(20) == 0 ? new byte[3 << 20] : new byte[1_000];
                    default -> HostileJson.write(values.json(smallIds)).getBytes(StandardCharsets.UTF_8);
                });
    }

    private static byte[] bytes(HostileCall call, double share) {
        byte[] all = call.bytes();
        return java.util.Arrays.copyOf(all, (int) (all.length * share));
    }

    /** One place inside the body. */
    private void inside(HostileCall call, boolean smallIds) {
        List<Place> places = new ArrayList<>();
        call.body.ifPresent(body -> find(body, places));
        if (places.isEmpty()) {
            whole(call, smallIds);
            return;
        }
        values.pick(places).spoil(this, smallIds);
    }

    private void find(Object value, List<Place> places) {
        if (value instanceof Map<?, ?> map) {
            @SuppressWarnings("unchecked")
            Map<String, Object> object = (Map<String, Object>) map;
            object.keySet().forEach(key -> places.add((hand, smallIds) -> hand.change(object, key, smallIds)));
            places.add((hand, smallIds) -> hand.put(object, values.shortText(), values.json(smallIds)));
            object.values().forEach(each -> find(each, places));
        } else if (value instanceof List<?> list) {
            @SuppressWarnings("unchecked")
            List<Object> array = (List<Object>) list;
            places.add((hand, smallIds) -> hand.add(array, smallIds));
            list.forEach(each -> find(each, places));
        }
    }

    private void change(Map<String, Object> object, String key, boolean smallIds) {
        switch (random.nextInt(8)) {
            case 0 -> object.remove(key);
            case 1 -> put(object, key + HostileJson.AGAIN, values.json(smallIds));
            case 2 -> put(object, key, new Raw("null"));
            default -> put(object, key, values.json(smallIds));
        }
    }

    private void add(List<Object> array, boolean smallIds) {
        array.add(values.json(smallIds));
    }

    private void put(Map<String, Object> object, String key, Object value) {
        object.put(key, value);
    }

    private interface Place {
        void spoil(HostileHand hand, boolean smallIds);
    }
}
