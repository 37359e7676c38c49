package io.clientela.kit.format;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A small source held in memory. */
final class ByteSource implements Source {

    private final String name;
    private final byte[] bytes;

    ByteSource(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
