package io.clientela.audit;

/** The newest seal as it is remembered outside the database, so that a chain cut short is noticed. */
record Anchor(long sealNo, long count, String mac) {

    static Anchor of(Seal seal) {
        // Seal numbers have no gaps, so the number is the count as well; both stand in the file for whoever reads it.
        return new Anchor(seal.number(), seal.number(), seal.mac().toString());
    }

    boolean fits(Seal seal) {
        return seal.number() == sealNo && seal.mac().equals(KeyedHash.ofHex(mac));
    }
}
