package io.clientela.customer;

/** A file by name, without anything it says. */
public record FileRef(long fileId, long headId, CustomerNumber number, String record) {}
