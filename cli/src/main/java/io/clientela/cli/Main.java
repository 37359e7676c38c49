package io.clientela.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line: finds the verb, says in one sentence why one failed, and answers 0, 1 (failed) or 2 (misused). */
@Command(
        name = "clientela",
        subcommands = {
            Up.class,
            Token.class,
            Import.class,
            Export.class,
            Duplicates.class,
            Find.class,
            Check.class,
            Verify.class,
            Version.class,
        })
public final class Main implements Runnable {

    static final int FAILED = 1;
    static final int MISUSED = 2;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            descriptionKey = "help")
    // picocli itself acts on it.
    @SuppressWarnings("UnusedVariable")
    private boolean help;

    public static void main(String[] arguments) {
        Words words = Words.from(System.getenv());
        // The platform's own encoding may be ASCII where no locale is set.
        Console console = new Console(
                words,
                System.in,
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
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
