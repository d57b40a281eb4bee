package dev.sayso.app.cli;

import dev.sayso.app.microphone.Microphones;
import dev.sayso.app.recognition.Transcriber;
import dev.sayso.app.recognition.WarmOpener;
import dev.sayso.engine.ContextTooLongException;
import dev.sayso.engine.DamagedModelException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// `sayso transcribe`.
final class TranscribeCommand {

    /// What it is called on the command line.
    static final String NAME = "transcribe";

    private final Terminal terminal;
    private final Places places;
    private final Transcriber.Opener opener;
    private final Warming.Beginner warming;

    TranscribeCommand(
            Terminal terminal, Places places, Transcriber.Opener opener, Warming.Beginner warming) {
        this.terminal = terminal;
        this.places = places;
        this.opener = opener;
        this.warming = warming;
    }

    /// The command for picocli.
    CommandSpec spec() {
        CommandSpec command = Commands.spec(NAME, this::call);
        command.usageMessage()
                .description(
                        "Writes down what is said in recordings.",
                        "",
                        "The text goes to standard output as it is decoded; status, warnings and"
                                + " errors go to standard error.",
                        "");
        TranscribeOptions.declare(command);
        return command;
    }

    private int call(CommandSpec command) {
        if (command.commandLine().getParseResult().hasMatchedOption("--list-devices")) {
            return listDevices();
        }
        TranscribeRequest request;
        try {
            request =
                    TranscribeOptions.read(
                            command.commandLine().getParseResult(), places.weights());
        } catch (UsageException e) {
            throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
        }
        // before all else: what takes time from here on is time to compile in
        try (Warming warmUp = warming.begin(request.engine())) {
            return call(request, warmUp);
        }
    }

    private int call(TranscribeRequest request, Warming warmUp) {
        ProgressBar bar =
                new ProgressBar(
                        terminal.err(),
                        terminal.errShown()
                                && request.verbosity().status()
                                && request.stream() == null);
        Diagnostics diagnostics = new Diagnostics(terminal.err(), bar, request.verbosity());
        try {
            return run(request, warmUp, bar, diagnostics);
        } catch (LazyModel.Failed e) {
            diagnostics.failure(String.valueOf(e.getMessage()), e);
            return ExitCode.MODEL;
        } catch (DamagedModelException e) {
            diagnostics.failure(Names.printable(String.valueOf(e.getMessage())), e);
            return ExitCode.MODEL;
        } catch (ContextTooLongException e) {
            diagnostics.failure("--prompt: " + e.getMessage(), e);
            return ExitCode.USAGE;
        } catch (InterruptedException e) {
            diagnostics.status("interrupted");
            return ExitCode.INTERRUPTED;
        }
    }

    private int listDevices() {
        List<String> names = Microphones.names();
        if (names.isEmpty()) {
            terminal.err().println("sayso: no microphone was found");
            return ExitCode.SOME_FAILED;
        }
        TextOut out = new TextOut(terminal.out(), terminal.charset());
        names.forEach(name -> out.print(Names.printable(name) + "\n"));
        return ExitCode.OK;
    }

    private int run(
            TranscribeRequest request, Warming warmUp, ProgressBar bar, Diagnostics diagnostics)
            throws LazyModel.Failed, InterruptedException {
        Printer printer =
                new Printer(
                        new TextOut(terminal.out(), terminal.charset()),
                        bar,
                        request.needsHeaders(),
                        terminal.outShown() && terminal.errShown());
        try (LazyModel model =
                new LazyModel(
                        places.models(),
                        new WarmOpener(opener, warmUp::awaitFor),
                        request.model(),
                        request.engine(),
                        diagnostics)) {
            return new TranscribeRun(
                            request,
                            new Recordings(terminal.in(), places.media()),
                            model,
                            warmUp,
                            printer,
                            bar,
                            diagnostics,
                            terminal.outShown() && terminal.ansi())
                    .run();
        }
    }
}
