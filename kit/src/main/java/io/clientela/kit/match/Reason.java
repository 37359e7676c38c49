package io.clientela.kit.match;

/**
 * One finding of a comparison; its text stands under {@code match.reason.<aspect>.<level>}.
 *
 * @param bits what it weighs: above 0 for one customer, below 0 against
 * @param one what the first record says, as it was compared; of documents only the kind
 * @param other what the second says
 */
public record Reason(String aspect, String level, double bits, String one, String other) {}
