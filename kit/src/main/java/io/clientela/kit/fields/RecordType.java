package io.clientela.kit.fields;

/**
 * A kind of record the catalogue describes.
 *
 * @param key {@code individual}, {@code enterprise}, {@code contact}, {@code qualification}, {@code relation} or {@code provenance}
 * @param label its name
 * @param item whether it lives only in a list of another record
 */
public record RecordType(String key, Texts label, boolean item) {}
