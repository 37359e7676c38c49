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

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String head;

    private Wire(Socket socket, String head) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        this.out = socket.getOutputStream();
        this.head = head;
    }

    /** @param token sent with each request; empty for none */
    static Wire open(String address, String token) throws IOException {
        URI where = URI.create(address);
        Socket socket = new Socket(where.getHost(), where.getPort());
        socket.setTcpNoDelay(true);
        String who = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
        return new Wire(
                socket,
                " HTTP/1.1\r\nHost: " + where.getHost() + ":" + where.getPort() + "\r\nAccept: application/json\r\n"
                        + who + "\r\n");
    }

    /** The body of an answer 200; anything else is an error. */
    byte[] get(String target) throws IOException {
        out.write(("GET " + target + head).getBytes(StandardCharsets.US_ASCII));
        out.flush();
        String status = line();
        int length = -1;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
        }
        byte[] body = chunked ? chunks() : in.readNBytes(Math.max(0, length));
        if (!status.contains(" 200")) {
            throw new IOException(target + ": " + status + " " + new String(body, StandardCharsets.UTF_8));
        }
        return body;
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
