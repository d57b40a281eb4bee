package dev.sayso.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/// What all commands have in common.
final class Commands {

    private Commands() {}

    /// A command that does something, with the exit codes in its help.
    static CommandSpec spec(String name, Callable<Integer> action) {
        CommandSpec command = CommandSpec.wrapWithoutInspection(action).name(name);
        command.usageMessage()
                .width(100)
                .sortOptions(false)
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(ExitCode.described());
        return command;
    }
}
