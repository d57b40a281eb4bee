package dev.sayso.app.cli;

import dev.sayso.app.recognition.Transcriber;
import dev.sayso.engine.MachineLimits;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.function.IntFunction;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/// The command line: arguments in, exit code out.
public final class Cli {

    private final Terminal terminal;
    private final Places places;
    private final Transcriber.Opener opener;
    private final Warming.Beginner warming;
    private final IntFunction<MachineLimits> measure;
    private final String version;

    /// @param measure what the machine can do with so many threads
    Cli(
            Terminal terminal,
            Places places,
            Transcriber.Opener opener,
            Warming.Beginner warming,
            IntFunction<MachineLimits> measure,
            String version) {
        this.terminal = terminal;
        this.places = places;
        this.opener = opener;
        this.warming = warming;
        this.measure = measure;
        this.version = version;
    }

    /// The command line with the real engine behind it.
    ///
    /// @param warming has begun already
    public static Cli of(Terminal terminal, Places places, EarlyWarming warming, String version) {
        return new Cli(
                terminal, places, Transcriber::open, warming, MachineLimits::measure, version);
    }

    /// Runs one command.
    ///
    /// @return the exit code
    public int run(String... arguments) {
        CommandLine commands = new CommandLine(root());
        CommandSpec root = commands.getCommandSpec();
        root.addSubcommand(
                TranscribeCommand.NAME,
                new TranscribeCommand(terminal, places, opener, warming).spec());
        // the others take a new process a quarter of a second, which somebody would wait for
        if (arguments.length == 0 || !arguments[0].equals(TranscribeCommand.NAME)) {
            addOthers(root);
        }
        configure(commands);
        return commands.execute(arguments);
    }

    private void addOthers(CommandSpec root) {
        root.addSubcommand("bench", new BenchCommand(terminal, places, opener, measure).spec());
        root.addSubcommand("models", new ModelsCommand(terminal, places.models()).spec());
        root.addSubcommand("cache", new CacheCommand(terminal, places.weights()).spec());
        new WindowCommands(terminal, places.window()).addTo(root);
        root.addSubcommand("generate-completion", completion());
        root.addSubcommand("generate-man-page", manPage(root));
    }

    private CommandSpec root() {
        CommandSpec root =
                Commands.spec(
                        "sayso",
                        self -> {
                            self.commandLine().usage(self.commandLine().getOut());
                            return ExitCode.OK;
                        });
        root.addOption(
                OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Show the version.")
                        .build());
        root.version("sayso " + version);
        root.usageMessage()
                .description(
                        "Writes down what is said, on this computer and nowhere else.",
                        "",
                        "  sayso transcribe talk.wav",
                        "  sayso transcribe --help",
                        "");
        return root;
    }

    private static CommandLine completion() {
        CommandLine completion = new CommandLine(new AutoComplete.GenerateCompletion());
        completion.getCommandSpec().usageMessage().hidden(true);
        return completion;
    }

    private CommandLine manPage(CommandSpec root) {
        CommandSpec spec =
                Commands.spec(
                        "generate-man-page",
                        self -> {
                            self.commandLine().getOut().print(ManPage.of(root, version));
                            self.commandLine().getOut().flush();
                            return ExitCode.OK;
                        });
        spec.usageMessage().hidden(true);
        return new CommandLine(spec);
    }

    private void configure(CommandLine commands) {
        commands.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        commands.setOut(
                new PrintWriter(new OutputStreamWriter(terminal.out(), terminal.charset()), true));
        commands.setErr(new PrintWriter(terminal.err(), true, terminal.err().charset()));
        // a recording may be called @talk.wav
        commands.setExpandAtFiles(false);
        // "-i -t" has forgotten the file
        commands.setAllowOptionsAsOptionParameters(false);
        commands.setParameterExceptionHandler((failure, _) -> wrongUsage(failure));
        commands.setExecutionExceptionHandler((failure, _, _) -> broken(failure));
    }

    private int wrongUsage(ParameterException failure) {
        terminal.err().println("sayso: " + Names.printable(String.valueOf(failure.getMessage())));
        String command = failure.getCommandLine().getCommandSpec().qualifiedName();
        terminal.err().println("Try '" + command + " --help'.");
        return ExitCode.USAGE;
    }

    private int broken(Exception failure) {
        if (failure instanceof OutputFailedException output) {
            if (output.closedPipe()) {
                return ExitCode.CLOSED_PIPE;
            }
            terminal.err().println("sayso: standard output: " + output.reason());
            return ExitCode.SOME_FAILED;
        }
        terminal.err().println("sayso: a fault in the program, please report it:");
        failure.printStackTrace(terminal.err());
        return ExitCode.INTERNAL;
    }
}
