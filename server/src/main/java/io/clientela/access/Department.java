package io.clientela.access;

import java.util.OptionalLong;

/**
 * A part of the organisation; the tree has one root.
 *
 * @param headId whoever leads it
 * @param retired true once it has ended: it keeps its place and its customers' files, and nobody comes into it any more
 */
public record Department(long id, String name, OptionalLong parentId, OptionalLong headId, boolean retired) {

    /** One that is at work. */
    public Department(long id, String name, OptionalLong parentId, OptionalLong headId) {
        this(id, name, parentId, headId, false);
    }
}
