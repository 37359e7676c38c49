package io.clientela.fields;

import io.clientela.fields.FieldAccess.Rights;
import io.clientela.kernel.FieldRights;
import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.Field;
import java.util.IdentityHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Rights to all fields of the catalogue in force, worked out once for each account: a page asks for them some hundred times. All by
 * identity, since comparing takes longer than working out: roles and catalogues are remade when they change.
 */
final class RightsOnce {

    /** Bearers of roles remembered at most; whoever made roles for one question only isn't kept for ever. */
    private static final int MOST = 1_000;

    private volatile Known known = new Known(Catalogue.shipped(), new ConcurrentHashMap<>());

    Rights of(FieldRights rights, boolean writes, Field field, Catalogue now, Function<Field, Rights> worked) {
        Known current = known;
        if (!current.isOf(now) || current.byBearer().size() > MOST) {
            current = new Known(now, new ConcurrentHashMap<>());
            known = current;
        }
        IdentityHashMap<Field, Rights> all = current.byBearer().computeIfAbsent(new Bearer(rights, writes), bearer -> {
            IdentityHashMap<Field, Rights> each = new IdentityHashMap<>();
            now.fields().forEach(one -> each.put(one, worked.apply(one)));
            return each;
        });
        Rights found = all.get(field);
        return found == null ? worked.apply(field) : found;
    }

    private record Known(Catalogue catalogue, ConcurrentMap<Bearer, IdentityHashMap<Field, Rights>> byBearer) {

        @SuppressWarnings("ReferenceEquality")
        boolean isOf(Catalogue other) {
            return catalogue == other;
        }
    }

    /** Who bears these very roles and may or may not write. */
    private record Bearer(FieldRights rights, boolean writes) {

        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(Object other) {
            return other instanceof Bearer bearer && bearer.rights == rights && bearer.writes == writes;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(rights) + (writes ? 1 : 0);
        }
    }
}
