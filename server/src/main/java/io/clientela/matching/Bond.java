package io.clientela.matching;

/**
 * That two customers, named by their heads, are likely to be one, or were called so.
 *
 * @param asked whether a person is to look at the two; otherwise it only tells that they belong together
 * @param same whether somebody called them the same
 * @param later whether somebody put them off
 */
record Bond(Two two, double bits, boolean asked, boolean same, boolean later) {}
