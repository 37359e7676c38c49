package io.clientela.kit.match;

/** The keys under which records that may be the same come together. 0 is none; equal keys of different columns never meet unless of one kind. */
interface Keys {

    /** The kind of each column, in ascending order: columns of one kind share their blocks. */
    int[] kinds();

    /** Writes the keys of a row, one for each column. */
    void of(Base base, int row, int[] keys);

    /** What divides a block that has grown too big; 0 where the record says nothing. */
    int divide(Base base, int row);
}
