package io.clientela.kit.fields;

/** A group of fields on the form of one record type. */
public record Section(String record, String key, Texts label) {}
