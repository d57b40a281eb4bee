package dev.sayso.app.cli;

import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What all commands have in common.
final class Commands {

    private Commands() {}

    /// A command that does something, with `--help`, and the exit codes in its help.
    ///
    /// @param action takes this very command, which knows its options; gives an [ExitCode]
    static CommandSpec spec(String name, ToIntFunction<CommandSpec> action) {
        CommandSpec[] self = new CommandSpec[1];
        Callable<Integer> bound = () -> action.applyAsInt(self[0]);
        CommandSpec command = CommandSpec.wrapWithoutInspection(bound).name(name);
        self[0] = command;
        command.addOption(
                OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help.")
                        .build());
        command.usageMessage()
                .width(100)
                .sortOptions(false)
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(ExitCode.described());
        return command;
    }

    /// Adds an option that is there or not.
    static void flag(CommandSpec command, String name, String description) {
        command.addOption(OptionSpec.builder(name).arity("0").description(description).build());
    }

    /// Adds an option with one value.
    static void value(
            CommandSpec command,
            String name,
            String label,
            ITypeConverter<?> converter,
            String description) {
        command.addOption(
                OptionSpec.builder(name)
                        .paramLabel(label)
                        .arity("1")
                        .type(Object.class)
                        .converters(converter)
                        .description(description)
                        .build());
    }
}
