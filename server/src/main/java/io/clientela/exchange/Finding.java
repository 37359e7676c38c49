package io.clientela.exchange;

/** How many rows of a run are refused or warned about ({@code kind}) for one reason in one field. */
public record Finding(String kind, String field, String code, long rows) {}
