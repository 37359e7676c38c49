package io.clientela.kit.match;

/** What is known of how records stand to each other, whatever they say; by the caller's numbers, asked by many threads. */
public interface Ties {

    Ties NONE = new Ties() {
        @Override
        public boolean has(long id) {
            return false;
        }

        @Override
        public Tie between(long one, long other) {
            return Tie.NONE;
        }
    };

    /** Whether anything is known of a record; false spares asking of what. */
    boolean has(long id);

    /** The order of the two doesn't matter. */
    Tie between(long one, long other);

    /** How two records stand to each other. */
    enum Tie {
        NONE,
        /** Members of one household: two people, who share a roof. */
        HOUSEHOLD,
        /** Members of one group of companies: two companies, who may share a roof. */
        COMPANY,
        /** The one was said to be something to the other, such as parent or guarantor, so that they are two. */
        RELATED
    }
}
