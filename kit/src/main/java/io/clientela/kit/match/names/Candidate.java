package io.clientela.kit.match.names;

/**
 * A name found by {@link NameIndex}.
 *
 * @param number how many names were added before it
 * @param score from 0; comparable within one answer only
 */
public record Candidate(int number, double score) {}
