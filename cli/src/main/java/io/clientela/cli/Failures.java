package io.clientela.cli;

import io.clientela.platform.Traces;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
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
            case ParameterException wrong
            when wrong.getArgSpec() != null ->
                words.of(
                        "wrong_value",
                        name(wrong.getArgSpec()),
                        Optional.ofNullable(wrong.getValue()).orElse(""),
                        allowed(wrong.getArgSpec()));
            default -> words.of("wrong_argument", String.valueOf(failure.getMessage()));
        };
        console.err().println(sentence + " " + words.of("see_help", verb));
        return Main.MISUSED;
    }

    private static String names(MissingParameterException missing) {
        return String.join(
                ", ", missing.getMissing().stream().map(Failures::name).toList());
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    /** The words an option takes, or what stands for them in its help. */
    private static String allowed(ArgSpec argument) {
        for (Class<?> type : argument.auxiliaryTypes()) {
            if (type.isEnum()) {
                return String.join(
                        ", ",
                        Arrays.stream(type.getEnumConstants())
                                .map(Object::toString)
                                .toList());
            }
        }
        return argument.paramLabel();
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
