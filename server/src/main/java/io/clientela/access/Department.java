package io.clientela.access;

import java.util.OptionalLong;

/** A part of the organisation; the tree has one root. */
public record Department(long id, String name, OptionalLong parentId, OptionalLong headId) {}
