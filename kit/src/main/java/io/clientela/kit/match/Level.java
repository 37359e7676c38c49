package io.clientela.kit.match;

/**
 * How well two records agree in one aspect.
 *
 * @param code stable; the text is found under {@code match.reason.<aspect>.<code>}
 * @param same how often two records of one customer stand like this, before anything was learned
 * @param strangers how often two records of different customers do
 */
public record Level(String code, double same, double strangers) {}
