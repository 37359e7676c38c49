package io.clientela.matching;

/** One finding in the reader's words; {@code bits} above 0 speak for one customer, below 0 for two. */
public record Reason(String code, String text, double bits) {}
