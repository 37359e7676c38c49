package io.clientela.acceptance;

import io.clientela.acceptance.Interface.Endpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A request on its way from good to hostile. */
final class HostileCall {

    final Endpoint endpoint;
    String method;
    /** Percent-encoded parts of the path, the first one empty. */
    final List<String> segments;

    final List<String> query = new ArrayList<>();
    final List<String> headers = new ArrayList<>();
    Optional<Object> body = Optional.empty();
    Optional<byte[]> raw = Optional.empty();
    String contentType;
    boolean spoilt;

    HostileCall(Endpoint endpoint, List<String> segments) {
        this.endpoint = endpoint;
        this.method = endpoint.method();
        this.segments = new ArrayList<>(segments);
        this.contentType = endpoint.body().map(Interface.Body::type).orElse("application/json");
    }

    String path() {
        return String.join("/", segments);
    }

    String target() {
        return query.isEmpty() ? path() : path() + "?" + String.join("&", query);
    }

    byte[] bytes() {
        return raw.orElseGet(() -> body.map(said -> HostileJson.write(said).getBytes(StandardCharsets.UTF_8))
                .orElse(new byte[0]));
    }

    RawWire.Answer send(RawWire wire, List<String> who) throws IOException {
        List<String> lines = new ArrayList<>(who);
        lines.addAll(headers);
        byte[] bytes = bytes();
        if (bytes.length > 0 && !contentType.isEmpty()) {
            lines.add("Content-Type: " + contentType);
        }
        return wire.send(method, target(), lines, bytes);
    }

    /** All that was said, for finding out whether an answer only repeats it. */
    String said() {
        return target() + " " + headers + " " + new String(bytes(), StandardCharsets.UTF_8);
    }

    /** Enough to send it again by hand. */
    @Override
    public String toString() {
        String said = new String(bytes(), StandardCharsets.UTF_8);
        return method + " " + shortened(target()) + " " + shortened(headers.toString()) + " " + contentType + " "
                + shortened(said);
    }

    private static String shortened(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "¶");
        return plain.length() > 400 ? plain.substring(0, 400) + "… (" + plain.length() + ")" : plain;
    }
}
