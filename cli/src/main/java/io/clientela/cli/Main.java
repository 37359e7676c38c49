package io.clientela.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Spec;

/** The command line: finds the verb, says in one sentence why one failed, and answers 0, 1 (failed) or 2 (misused). */
@Command(
        name = "clientela",
        mixinStandardHelpOptions = false,
        subcommands = {Up.class, Version.class, CommandLine.HelpCommand.class})
public final class Main implements Runnable {

    static final int FAILED = 1;
    static final int MISUSED = 2;

    @Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    public static void main(String[] arguments) {
        Words words = Words.from(System.getenv());
        Console console = new Console(
                words,
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(
                        new java.io.FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8));
        int code = run(console, arguments);
        console.out().flush();
        System.exit(code);
    }

    /** Runs one verb; never throws. */
    static int run(Console console, String... arguments) {
        CommandLine line = new CommandLine(new Main(), new Verbs(console));
        line.setResourceBundle(console.words().bundle());
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((failure, command, parsed) -> Failures.say(failure, console));
        line.setParameterExceptionHandler((failure, wrong) -> Failures.misuse(failure, console));
        return line.execute(arguments);
    }

    @Override
    public void run() {
        java.util.Objects.requireNonNull(spec)
                .commandLine()
                .usage(spec.commandLine().getOut());
    }
}
