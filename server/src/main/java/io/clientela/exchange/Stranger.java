package io.clientela.exchange;

/** An owner that {@code rows} rows of a file name and whom nobody bears as a name. */
public record Stranger(String name, long rows) {}
