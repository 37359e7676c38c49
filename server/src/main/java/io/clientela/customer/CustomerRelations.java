package io.clientela.customer;

import java.util.List;

/**
 * The relations of a customer to others, as one reader may see them.
 *
 * @param items those that hold before those that are over
 * @param whole false where there are more
 */
public record CustomerRelations(List<RelationView> items, boolean whole) {}
