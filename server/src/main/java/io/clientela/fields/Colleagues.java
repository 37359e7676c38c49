package io.clientela.fields;

import io.clientela.access.Account;
import io.clientela.access.Accounts;
import io.clientela.kernel.Actor;
import io.clientela.kit.fields.CodeItem;
import io.clientela.kit.fields.Texts;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The product's users as choices of a field such as the owner: those who still work here, by id. */
@Component
final class Colleagues implements ChoiceSource {
    private final Accounts accounts;

    Colleagues(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String key() {
        return "user";
    }

    @Override
    public List<CodeItem> find(Actor actor, String words, int limit) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        return accounts.all().stream()
                .filter(Account::active)
                .filter(account -> fits(account, wanted))
                .limit(limit)
                .map(account -> item(account))
                .toList();
    }

    private static boolean fits(Account account, String wanted) {
        return Long.toString(account.id()).equals(wanted)
                || account.displayName().toLowerCase(Locale.ROOT).contains(wanted)
                || account.name().toLowerCase(Locale.ROOT).contains(wanted);
    }

    private static CodeItem item(Account account) {
        String name = account.displayName();
        return new CodeItem(Long.toString(account.id()), "", new Texts(name, name, name), List.of());
    }
}
