package io.clientela.kit.match;

/**
 * What is to be expected of a threshold, by the model's own probabilities, so that nobody has to be told the truth first.
 *
 * @param precision which part of the pairs from the threshold on are of one customer
 * @param recall which part of the pairs of one customer lie there
 * @param pairs how many lie there
 */
public record Estimate(double precision, double recall, long pairs) {}
