package io.clientela.matching;

import io.clientela.customer.KnownRelations.Known;
import io.clientela.kit.match.Ties;

/** What people said of how customers stand to each other, as matching takes it. */
record Related(Known known) implements Ties {

    @Override
    public boolean has(long id) {
        return known.related().containsKey(id)
                || known.households().containsKey(id)
                || known.companies().containsKey(id);
    }

    @Override
    public Tie between(long one, long other) {
        if (known.areRelated(one, other)) {
            return Tie.RELATED;
        }
        if (Known.together(known.households(), one, other)) {
            return Tie.HOUSEHOLD;
        }
        return Known.together(known.companies(), one, other) ? Tie.COMPANY : Tie.NONE;
    }
}
