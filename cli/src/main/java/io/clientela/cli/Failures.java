package io.clientela.cli;

import io.clientela.platform.Traces;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Words a failed or misused verb in one sentence with its remedy; a trace is for whoever sets CLIENTELA_TRACE. */
final class Failures {

    private Failures() {}

    static int say(Exception failure, Console console) {
        console.err().println(sentence(failure, console.words()));
        if (System.getenv("CLIENTELA_TRACE") != null) {
            console.err().println(Traces.of(failure));
        }
        return Main.FAILED;
    }

    static int misuse(ParameterException failure, Console console) {
        Words words = console.words();
        String verb = failure.getCommandLine().getCommandSpec().qualifiedName(" ");
        String sentence = switch (failure) {
            case UnmatchedArgumentException unknown ->
                words.of("unknown_argument", String.join(" ", unknown.getUnmatched()));
            case MissingParameterException missing -> words.of("missing_argument", names(missing));
            default -> words.of("wrong_argument", String.valueOf(failure.getMessage()));
        };
        console.err().println(sentence + " " + words.of("see_help", verb));
        return Main.MISUSED;
    }

    private static String names(MissingParameterException missing) {
        return String.join(
                ", ",
                missing.getMissing().stream()
                        .map(argument -> argument.isOption()
                                ? ((picocli.CommandLine.Model.OptionSpec) argument).longestName()
                                : argument.paramLabel())
                        .toList());
    }

    private static String sentence(Exception failure, Words words) {
        return switch (failure) {
            case Trouble trouble -> trouble.sentence(words);
            case Api.Unreachable unreachable -> words.of("no_server", String.valueOf(unreachable.getMessage()));
            case NoSuchFileException missing -> words.of("no_such_file", String.valueOf(missing.getMessage()));
            case AccessDeniedException denied -> words.of("file_denied", String.valueOf(denied.getMessage()));
            case IOException io -> words.of("io", String.valueOf(io.getMessage()));
            default -> words.of("inside", failure.getClass().getSimpleName());
        };
    }
}
