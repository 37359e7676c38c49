package io.clientela.kit.check;

/**
 * What a cross-field rule found.
 *
 * @param field catalogue key of the field to mend
 * @param problem what is wrong
 * @param refuses false for a mere hint
 */
public record Finding(String field, Problem problem, boolean refuses) {}
