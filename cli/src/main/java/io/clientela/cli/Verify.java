package io.clientela.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Spec;

/** Groups what can be verified. */
@Command(name = "verify", subcommands = VerifyAudit.class)
final class Verify implements Runnable {

    @Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    @Override
    public void run() {
        CommandLine line = java.util.Objects.requireNonNull(spec).commandLine();
        throw new CommandLine.MissingParameterException(
                line, java.util.List.<CommandLine.Model.ArgSpec>of(), "verify audit");
    }
}
