package io.clientela.demo;

import io.clientela.access.Account;
import io.clientela.access.Actors;
import io.clientela.customer.CustomerNumber;
import io.clientela.customer.Outcome;
import io.clientela.customer.Submission;
import io.clientela.customer.Submission.Circumstances;
import io.clientela.customer.Submission.ItemChange;
import io.clientela.customer.Submission.ListChange;
import io.clientela.customer.Submission.Target;
import io.clientela.customer.WriteGate;
import io.clientela.kernel.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * Fills a fresh demonstration as if it had been worked with for a good year: customers come in through the write gate week by
 * week, and every now and then somebody corrects one.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("clientela.demo.fill")
class DemoPast {

    private static final int CUSTOMERS = 2_000;
    private static final int WEEKS = 60;

    @Bean
    @Primary
    DemoClock demoClock() {
        Clock real = Clock.systemUTC();
        return new DemoClock(real, real.instant().minus(Duration.ofDays(7L * WEEKS)));
    }

    @Bean
    ApplicationRunner fill(DemoPeople people, Actors actors, WriteGate gate, DemoClock clock) {
        return (ApplicationArguments arguments) -> new Filling(actors, gate, clock).fill(people.make());
    }

    /** One year and its customers. */
    private static final class Filling {
        private final Actors actors;
        private final WriteGate gate;
        private final DemoClock clock;
        private final DemoCustomers customers = new DemoCustomers();
        private final Random random = new Random(7);
        private final List<Entered> entered = new ArrayList<>();

        Filling(Actors actors, WriteGate gate, DemoClock clock) {
            this.actors = actors;
            this.gate = gate;
            this.clock = clock;
        }

        void fill(List<Account> sellers) {
            Instant start = clock.instant();
            int number = 0;
            for (int week = 0; week < WEEKS; week++) {
                // Nobody works on Sundays at midnight: Wednesday morning, more or less.
                clock.to(start.plus(Duration.ofDays(7L * week)).plus(Duration.ofMinutes(random.nextInt(600))));
                while (number < CUSTOMERS * (week + 1) / WEEKS) {
                    DemoCustomers.Raw raw = customers.next(number++);
                    // Chinese customers are looked after in Chinese, all others from Spain.
                    List<Account> likely = sellers.stream()
                            .filter(seller -> seller.language().equals("zh")
                                    == raw.language().equals("zh"))
                            .toList();
                    enter(raw, likely.get(random.nextInt(likely.size())));
                }
                correct(10);
            }
            new DemoStructure(gate).relate(entered, "公司", "8800000", "妻子", "儿子");
            new DemoStructure(gate).relate(entered, "S.L.", "3600000", "esposa", "hijo");
            clock.run();
        }

        private void enter(DemoCustomers.Raw raw, Account seller) {
            Map<String, ListChange> lists = raw.contacts().isEmpty()
                    ? Map.of()
                    : Map.of(
                            "contacts",
                            new ListChange(
                                    raw.contacts().stream()
                                            .map(contact -> new ItemChange(OptionalLong.empty(), contact))
                                            .toList(),
                                    List.of()));
            Actor actor = actors.actor(seller.id(), "demo", "page");
            Submission submission =
                    new Submission(new Target.NewFile(), raw.type(), raw.values(), lists, Circumstances.of("page"));
            if (gate.submit(List.of(submission), actor).getFirst() instanceof Outcome.Accepted accepted) {
                entered.add(new Entered(accepted.number(), raw.type(), name(raw), actor));
            }
        }

        private static String name(DemoCustomers.Raw raw) {
            return String.join("", raw.values().getOrDefault("name", List.of()));
        }

        private void correct(int times) {
            for (int i = 0; i < times; i++) {
                Entered one = entered.get(random.nextInt(entered.size()));
                Map<String, List<String>> values = random.nextBoolean()
                        ? DemoCustomers.values("address", "Nueva 新路 " + (1 + random.nextInt(99)))
                        : DemoCustomers.values("remarks", "回访 / llamada / call " + (1 + random.nextInt(9)));
                gate.submit(
                        List.of(new Submission(
                                new Target.Known(one.number(), OptionalLong.empty()),
                                one.type(),
                                values,
                                Map.of(),
                                Circumstances.of("page").because("回访更正"))),
                        one.by());
            }
        }
    }

    /** A customer that is there. */
    record Entered(CustomerNumber number, String type, String name, Actor by) {}
}
