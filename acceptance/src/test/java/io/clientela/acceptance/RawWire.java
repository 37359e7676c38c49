package io.clientela.acceptance;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Sends requests byte for byte: a decent client refuses to send what somebody hostile does. */
final class RawWire {

    private static final int PATIENCE_MILLIS = 30_000;

    private final String host;
    private final int port;

    RawWire(String address) {
        URI where = URI.create(address);
        this.host = where.getHost();
        this.port = where.getPort();
    }

    /**
     * One request over a connection of its own.
     *
     * @param target what stands in the request line, sent as it is
     * @param headers whole lines, sent as they are
     */
    Answer send(String method, String target, List<String> headers, byte[] body) throws IOException {
        try (Socket socket = new Socket(host, port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            write(socket, head(method, target, headers, body), body);
            return read(new BufferedInputStream(socket.getInputStream(), 1 << 16), method);
        }
    }

    private byte[] head(String method, String target, List<String> headers, byte[] body) {
        StringBuilder head =
                new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(host).append(':').append(port).append("\r\nConnection: close\r\n");
        headers.forEach(line -> head.append(line).append("\r\n"));
        if (body.length > 0 || !method.equals("GET")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A server that has read enough may hang up while we write; its answer is still there to be read. */
    private static void write(Socket socket, byte[] head, byte[] body) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(head);
            out.write(body);
            out.flush();
        } catch (IOException refusedEarly) {
            // What it says is read next; where it says nothing the reader says so.
        }
    }

    private static Answer read(InputStream in, String method) throws IOException {
        try {
            String status = line(in);
            if (status.contains(" 100")) {
                line(in);
                status = line(in);
            }
            if (status.isEmpty()) {
                return Answer.NONE;
            }
            Map<String, String> headers = new TreeMap<>();
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                int colon = line.indexOf(':');
                headers.merge(
                        line.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip(),
                        (one, other) -> one + ", " + other);
            }
            byte[] body = method.equals("HEAD")
                    ? new byte[0]
                    : headers.getOrDefault("transfer-encoding", "").contains("chunked")
                            ? chunks(in)
                            : in.readAllBytes();
            return new Answer(Integer.parseInt(status.split(" ")[1]), headers, body);
        } catch (SocketTimeoutException e) {
            return Answer.NONE;
        }
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = size(in); size > 0; size = size(in)) {
            all.writeBytes(in.readNBytes(size));
            line(in);
        }
        return all.toByteArray();
    }

    private static int size(InputStream in) throws IOException {
        String line = line(in);
        return line.isEmpty() ? 0 : Integer.parseInt(line.strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(80);
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    /** What came back; status 0 where the server hung up without a word or said nothing for half a minute. */
    record Answer(int status, Map<String, String> headers, byte[] body) {

        static final Answer NONE = new Answer(0, Map.of(), new byte[0]);

        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        boolean isJson() {
            return header("content-type").contains("json");
        }

        boolean isGood() {
            return status >= 200 && status < 300;
        }
    }
}
