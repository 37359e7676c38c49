package io.clientela.cli;

import io.clientela.access.Tokens;
import io.clientela.kernel.CommonError;
import io.clientela.kernel.Refusal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes an API token for a user, for whoever has the installation in hand. */
@Command(name = "token")
final class Token implements Callable<Integer> {

    private static final int LONGEST = 366;

    private final Console console;

    @Mixin
    private final Place place = new Place();

    @Option(names = "--user", required = true, paramLabel = "NAME", descriptionKey = "user")
    private String user = "";

    @Option(names = "--days", paramLabel = "N", descriptionKey = "days", defaultValue = "90")
    private int days;

    @Option(names = "--label", paramLabel = "TEXT", descriptionKey = "label", defaultValue = "./clientela token")
    private String label = "";

    Token(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (days < 1 || days > LONGEST) {
            throw new Trouble("days_range", String.valueOf(LONGEST));
        }
        try (Rooms rooms = Rooms.open(place)) {
            console.out()
                    .println(
                            rooms.room(Tokens.class).issueFor(user, label, days).secret());
        } catch (Refusal refusal) {
            throw refusal.error() == CommonError.NOT_FOUND ? new Trouble("unknown_user", user) : refusal;
        }
        return 0;
    }
}
