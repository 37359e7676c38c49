package io.clientela.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says which version this is and on what it runs. */
@Command(name = "version")
final class Version implements Callable<Integer> {

    private final Console console;

    Version(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        String version = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
        console.out()
                .println("Clientela " + version + " (Java " + Runtime.version().feature() + ")");
        return 0;
    }
}
