package io.clientela.access;

import io.clientela.kernel.Actor;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.FieldRights;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Refusal;
import io.clientela.kernel.Scope;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/**
 * Works out who acts and with which rights. A change of rights counts at once on the node that made it and within a second on
 * the others, for which a version in the database is compared.
 */
@Component
public class Actors {

    private static final Duration COMPARED = Duration.ofSeconds(1);

    /** One for all: what rights to fields come to is remembered by who bears them. */
    private static final FieldRights SYSTEM = new FieldRights(Map.of());

    private final AccountStore accounts;
    private final RoleStore roles;
    private final Entitling entitling;
    private final AtomicReference<Known> known = new AtomicReference<>(Known.nothing());

    Actors(AccountStore accounts, RoleStore roles, Entitling entitling) {
        this.accounts = accounts;
        this.roles = roles;
        this.entitling = entitling;
    }

    /**
     * The actor of an account in its own language; refuses with {@code not_signed_in} when there is no such account or it is
     * deactivated.
     *
     * @param origin network address, or {@code job}
     * @param channel {@code page}, {@code api} or {@code job}
     */
    public Actor actor(long userId, String origin, String channel) {
        return find(userId, origin, channel).orElseThrow(() -> new Refusal(CommonError.NOT_SIGNED_IN));
    }

    /** As {@link #actor}, empty where that refuses. */
    public Optional<Actor> find(long userId, String origin, String channel) {
        return entitlement(userId)
                .map(found -> found.actor(origin, channel, found.account().language()));
    }

    /** The product itself, for work nobody asked for. */
    public static Actor system() {
        return new Actor(
                0,
                "system",
                OptionalLong.empty(),
                Set.copyOf(Functions.ALL),
                new Scope.All(),
                SYSTEM,
                "en",
                "job",
                "job");
    }

    Optional<Entitlement> entitlement(long userId) {
        return current().byAccount().computeIfAbsent(userId, this::load);
    }

    /** What was worked out before about a token, by its hash, as long as no right has changed since. */
    ConcurrentMap<ByteBuffer, TokenStore.Owned> tokens() {
        return current().byToken();
    }

    /** Forgets what was worked out; the next request reads it anew. */
    void forget() {
        known.set(Known.nothing());
    }

    /** What was worked out under the version in force. What a slow reader still puts into an older one is never asked again. */
    private Known current() {
        while (true) {
            Known now = Objects.requireNonNull(known.get());
            if (now.version() >= 0 && System.nanoTime() - now.comparedAt() < COMPARED.toNanos()) {
                return now;
            }
            long version = roles.version();
            Known fresh = version == now.version() ? now.comparedNow() : Known.of(version);
            // Somebody who forgot everything meanwhile must not be overruled by what was read before.
            if (known.compareAndSet(now, fresh)) {
                return fresh;
            }
        }
    }

    private Optional<Entitlement> load(long userId) {
        return accounts.find(userId).filter(Account::active).map(account -> entitling.of(account, roles.all()));
    }

    private record Known(
            long version,
            long comparedAt,
            ConcurrentMap<Long, Optional<Entitlement>> byAccount,
            ConcurrentMap<ByteBuffer, TokenStore.Owned> byToken) {

        static Known nothing() {
            return new Known(-1, 0, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }

        static Known of(long version) {
            return new Known(version, System.nanoTime(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }

        Known comparedNow() {
            return new Known(version, System.nanoTime(), byAccount, byToken);
        }
    }
}
