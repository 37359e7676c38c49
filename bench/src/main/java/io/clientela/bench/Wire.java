package io.clientela.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One kept-open HTTP/1.1 connection that asks and reads and does nothing more, so that the driver costs little of the cores. */
final class Wire implements AutoCloseable {

    private final URI where;
    private final String head;
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    private Wire(URI where, String head) throws IOException {
        this.where = where;
        this.head = head;
        this.socket = connect(where);
        this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        this.out = socket.getOutputStream();
    }

    private static Socket connect(URI where) throws IOException {
        Socket socket = new Socket(where.getHost(), where.getPort());
        socket.setTcpNoDelay(true);
        return socket;
    }

    /** @param token sent with each request; empty for none */
    static Wire open(String address, String token) throws IOException {
        URI where = URI.create(address);
        String who = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
        return new Wire(
                where,
                " HTTP/1.1\r\nHost: " + where.getHost() + ":" + where.getPort() + "\r\nAccept: application/json\r\n"
                        + who);
    }

    /** The body of an answer 200; anything else is an error. */
    byte[] get(String target) throws IOException {
        return exchange("GET", target, "", new byte[0]);
    }

    /** The same after a change said in JSON. */
    byte[] patch(String target, String json) throws IOException {
        return said("PATCH", target, json);
    }

    /** The same after a question asked in JSON. */
    byte[] post(String target, String json) throws IOException {
        return said("POST", target, json);
    }

    private byte[] said(String method, String target, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return exchange(
                method, target, "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n", body);
    }

    private byte[] exchange(String method, String target, String more, byte[] said) throws IOException {
        out.write((method + " " + target + head + more + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(said);
        out.flush();
        String status = line();
        int length = -1;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
            last |= lower.startsWith("connection:") && lower.contains("close");
        }
        byte[] body = chunked ? chunks() : in.readNBytes(Math.max(0, length));
        if (last) {
            reopen();
        }
        if (!status.contains(" 200")) {
            throw new IOException(target + ": " + status + " " + new String(body, StandardCharsets.UTF_8));
        }
        return body;
    }

    /** A server may end a connection after some answers, and says so with the last of them. */
    private void reopen() throws IOException {
        socket.close();
        socket = connect(where);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        out = socket.getOutputStream();
    }

    private byte[] chunks() throws IOException {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line(), 16);
            all.writeBytes(in.readNBytes(size));
            line();
            if (size == 0) {
                return all.toByteArray();
            }
        }
    }

    private String line() throws IOException {
        StringBuilder text = new StringBuilder(64);
        while (true) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the server hung up");
            }
            if (next == '\n') {
                return text.toString();
            }
            if (next != '\r') {
                text.append((char) next);
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
