package io.clientela.kernel;

/** Lasting internal id of one customer file; never shown to people, who use the customer number. */
public record FileId(long value) implements Comparable<FileId> {
    @Override
    public int compareTo(FileId other) {
        return Long.compare(value, other.value);
    }
}
