package dev.sayso.app.cli;

import dev.sayso.app.instance.Answer;
import dev.sayso.app.instance.Command;
import dev.sayso.app.instance.InstanceClient;
import dev.sayso.app.instance.NotRunningException;
import dev.sayso.app.instance.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/// The commands that the running window carries out: `sayso toggle` and its like.
final class WindowCommands {

    private final Terminal terminal;
    private final InstanceClient window;

    WindowCommands(Terminal terminal, InstanceClient window) {
        this.terminal = terminal;
        this.window = window;
    }

    /// Adds them all.
    void addTo(CommandSpec root) {
        add(root, Command.TOGGLE, "Starts a dictation in the running window, or stops it.");
        add(root, Command.START, "Starts a dictation in the running window.");
        add(root, Command.STOP, "Stops the dictation and keeps its text.");
        add(root, Command.CANCEL, "Ends the dictation without a text.");
        add(root, Command.SHOW, "Brings the running window to the front.");
        add(root, Command.QUIT, "Ends the running window; what was begun is kept.");
        root.addSubcommand("open", open());
        root.addSubcommand("status", status());
    }

    private void add(CommandSpec root, Command command, String description) {
        CommandSpec spec =
                Commands.spec(command.word(), _ -> done(command, Request.of(command), null));
        spec.usageMessage().description(description);
        root.addSubcommand(command.word(), spec);
    }

    private CommandSpec open() {
        CommandSpec spec = Commands.spec("open", self -> open(self));
        spec.usageMessage().description("Opens recordings in the running window.");
        spec.addPositional(
                PositionalParamSpec.builder()
                        .paramLabel("FILE")
                        .index("0..*")
                        .arity("1..*")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .description("Recordings, or folders of them.")
                        .build());
        return spec;
    }

    private int open(CommandSpec self) {
        List<Path> files = new ArrayList<>();
        List<String> names =
                self.commandLine().getParseResult().matchedPositionalValue(0, List.of());
        if (names.isEmpty()) {
            throw new ParameterException(self.commandLine(), "expected: sayso open FILE...");
        }
        for (String name : names) {
            try {
                Path file = Path.of(name).toAbsolutePath().normalize();
                if (!Files.exists(file)) {
                    terminal.err().println("sayso: " + Names.printable(name) + ": no such file");
                    return ExitCode.SOME_FAILED;
                }
                files.add(file);
            } catch (InvalidPathException e) {
                terminal.err().println("sayso: " + Names.printable(name) + ": not a path");
                return ExitCode.SOME_FAILED;
            }
        }
        if (files.size() > Request.MOST_FILES) {
            throw new ParameterException(
                    self.commandLine(), "at most " + Request.MOST_FILES + " files at once");
        }
        return done(Command.OPEN, Request.open(files), null);
    }

    private CommandSpec status() {
        CommandSpec spec =
                Commands.spec(
                        "status",
                        self -> {
                            boolean json =
                                    self.commandLine().getParseResult().hasMatchedOption("--json");
                            return done(
                                    Command.STATUS,
                                    Request.of(Command.STATUS),
                                    json ? StatusText.JSON : StatusText.PLAIN);
                        });
        spec.usageMessage().description("Tells what goes on in the running window.");
        Commands.flag(spec, "--json", "As a JSON object.");
        return spec;
    }

    /// @param shown how the status is printed; null: not at all
    private int done(Command command, Request request, @Nullable StatusText shown) {
        try {
            return switch (window.send(request)) {
                case Answer.Done(var status) -> {
                    if (shown != null) {
                        print(shown.running(status));
                    }
                    yield ExitCode.OK;
                }
                case Answer.Refused(String reason) -> {
                    terminal.err().println("sayso: " + Names.printable(reason));
                    yield ExitCode.SOME_FAILED;
                }
            };
        } catch (NotRunningException e) {
            return notRunning(command, shown);
        } catch (IOException e) {
            terminal.err().println("sayso: " + Names.printable(Failures.reason(e)));
            return ExitCode.SOME_FAILED;
        }
    }

    private int notRunning(Command command, @Nullable StatusText shown) {
        if (shown != null) {
            print(shown.notRunning());
        } else {
            String advice =
                    switch (command) {
                        case CANCEL, STOP, QUIT -> "";
                        case TOGGLE, START, SHOW, OPEN, STATUS -> "; start it with: sayso";
                    };
            terminal.err().println("sayso: the window is not running" + advice);
        }
        return ExitCode.NOT_RUNNING;
    }

    private void print(String text) {
        new TextOut(terminal.out(), terminal.charset()).print(text);
    }
}
