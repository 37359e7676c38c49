package io.clientela.customer;

import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.ItemChange;
import io.clientela.customer.Submission.ListChange;
import io.clientela.customer.Submission.Target;
import io.clientela.kernel.Actor;
import io.clientela.kernel.FieldRights;
import io.clientela.kernel.Functions;
import io.clientela.kernel.Scope;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The people and customers of the customer room's stories. */
final class Cast {

    /** 陈经理, who may do everything everywhere. */
    static final Actor CHEN = actor(901, 1, new Scope.All(), Map.of());

    /** 刘专员 of department 2, who sees that department only. */
    static final Actor LIU = actor(902, 2, new Scope.Departments(902, Set.of(2L)), Map.of());

    /** Marta, who sees her own files only. */
    static final Actor MARTA = actor(903, 3, new Scope.Own(903), Map.of());

    private Cast() {}

    static Actor actor(long id, long department, Scope scope, Map<String, FieldRights.FieldRight> rights) {
        return new Actor(
                id,
                "user" + id,
                OptionalLong.of(department),
                Set.copyOf(Functions.ALL),
                scope,
                new FieldRights(rights),
                "en",
                "127.0.0.1",
                "api");
    }

    static Submission newIndividual(String... keysAndValues) {
        return new Submission(
                new Target.NewFile(), "individual", values(keysAndValues), Map.of(), Circumstances.of("page"));
    }

    static Submission newEnterprise(String name, String... contact) {
        return new Submission(
                new Target.NewFile(),
                "enterprise",
                values("name", name),
                Map.of(
                        "contacts",
                        new ListChange(List.of(new ItemChange(OptionalLong.empty(), values(contact))), List.of())),
                Circumstances.of("page"));
    }

    static Submission change(CustomerNumber number, OptionalLong version, String... keysAndValues) {
        return new Submission(
                new Target.Known(number, version),
                "individual",
                values(keysAndValues),
                Map.of(),
                Circumstances.of("page"));
    }

    static Submission addContact(CustomerNumber number, String... contact) {
        return new Submission(
                new Target.Known(number, OptionalLong.empty()),
                "enterprise",
                Map.of(),
                Map.of(
                        "contacts",
                        new ListChange(List.of(new ItemChange(OptionalLong.empty(), values(contact))), List.of())),
                Circumstances.of("page"));
    }

    static Map<String, List<String>> values(String... keysAndValues) {
        Map<String, List<String>> values = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            String value = keysAndValues[i + 1];
            values.put(keysAndValues[i], value.isEmpty() ? List.of() : List.of(value));
        }
        return values;
    }

    /** That these files be one customer. */
    static MergeWish wish(@Nullable CustomerNumber head, Map<String, CustomerNumber> picks, CustomerNumber... numbers) {
        return new MergeWish(
                Arrays.stream(numbers)
                        .map(number -> new MergeWish.Part(number, OptionalLong.empty()))
                        .toList(),
                head,
                picks,
                "同一家",
                Circumstances.of("page"));
    }

    /** That a file stand by itself again, and nothing be moved. */
    static UnmergeWish unwish(CustomerNumber member) {
        return new UnmergeWish(member, OptionalLong.empty(), List.of(), "不是一家", Circumstances.of("page"));
    }
}
