package io.clientela.demo;

import io.clientela.customer.Submission;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.ItemChange;
import io.clientela.customer.Submission.ListChange;
import io.clientela.customer.Submission.Target;
import io.clientela.customer.WriteGate;
import io.clientela.demo.DemoPast.Entered;
import io.clientela.kernel.Actor;
import io.clientela.kit.fields.Catalogue;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A group of companies and a household among the first customers of one seller, so that there is something to open. */
final class DemoStructure {

    private final WriteGate gate;

    DemoStructure(WriteGate gate) {
        this.gate = gate;
    }

    /** {@code firms} is what the names of the companies have in them, {@code amount} what the one at the top buys; {@code first} and {@code second} are what members of the household are. */
    void relate(List<Entered> entered, String firms, String amount, String first, String second) {
        Entered top = entered.stream()
                .filter(one -> one.name().contains(firms))
                .findFirst()
                .orElseThrow();
        List<Entered> companies = of(entered, Catalogue.ENTERPRISE, top.by());
        List<Entered> people = of(entered, Catalogue.INDIVIDUAL, top.by());
        Entered middle = companies.get(1);
        say(companies.getFirst(), amount, List.of());
        say(middle, "2450000", relation("parent_company", companies.getFirst(), "share", "80"));
        say(companies.get(2), "960000", relation("parent_company", middle, "share", "51"));
        say(companies.get(3), "410000", relation("head_office", middle, "role", ""));
        say(people.getFirst(), "", relation("household_member", people.get(1), "role", first));
        say(people.getFirst(), "", relation("household_member", people.get(2), "role", second));
    }

    private static List<Entered> of(List<Entered> entered, String type, Actor seller) {
        return entered.stream()
                .filter(one -> one.type().equals(type) && one.by().equals(seller))
                .toList();
    }

    private static List<ItemChange> relation(String kind, Entered other, String part, String value) {
        return List.of(new ItemChange(
                OptionalLong.empty(),
                DemoCustomers.values("kind", kind, "customer", other.number().text(), part, value)));
    }

    private void say(Entered one, String amount, List<ItemChange> relations) {
        gate.submit(
                List.of(new Submission(
                        new Target.Known(one.number(), OptionalLong.empty()),
                        one.type(),
                        amount.isEmpty() ? Map.of() : DemoCustomers.values("annual_amount", amount),
                        relations.isEmpty() ? Map.of() : Map.of("relations", new ListChange(relations, List.of())),
                        Circumstances.of("page"))),
                one.by());
    }
}
