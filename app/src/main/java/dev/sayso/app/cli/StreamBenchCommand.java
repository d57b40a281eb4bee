package dev.sayso.app.cli;

import dev.sayso.app.cli.StreamBenchRequest.Pace;
import dev.sayso.app.cli.TranscribeRequest.Verbosity;
import dev.sayso.app.recognition.Transcriber;
import dev.sayso.engine.audio.Pcm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// `sayso bench stream`.
final class StreamBenchCommand {

    private final Terminal terminal;
    private final Places places;
    private final Transcriber.Opener opener;

    StreamBenchCommand(Terminal terminal, Places places, Transcriber.Opener opener) {
        this.terminal = terminal;
        this.places = places;
        this.opener = opener;
    }

    /// The command for picocli.
    CommandSpec spec() {
        CommandSpec command = Commands.spec("stream", this::call);
        command.usageMessage()
                .description(
                        "Measures how well recognition keeps up with sound that arrives as it is"
                                + " spoken.",
                        "",
                        "The recordings are heard one after the other, as one stream. Unless told"
                                + " otherwise, time is simulated: work takes as long as it does,"
                                + " waiting takes none.",
                        "");
        StreamBenchOptions.declare(command);
        return command;
    }

    private int call(CommandSpec command) {
        ParseResult parsed = command.commandLine().getParseResult();
        StreamBenchRequest request;
        try {
            request = StreamBenchOptions.read(parsed, places.weights());
        } catch (UsageException e) {
            throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
        }
        ProgressBar noBar = new ProgressBar(terminal.err(), false);
        Diagnostics diagnostics =
                new Diagnostics(terminal.err(), noBar, new Verbosity(true, false));
        try {
            return run(request, diagnostics);
        } catch (LazyModel.Failed e) {
            diagnostics.failure(String.valueOf(e.getMessage()), e);
            return ExitCode.MODEL;
        } catch (IOException e) {
            diagnostics.failure(Failures.describe("recording", e), e);
            return ExitCode.SOME_FAILED;
        } catch (InterruptedException e) {
            diagnostics.status("interrupted");
            return ExitCode.INTERRUPTED;
        }
    }

    private int run(StreamBenchRequest request, Diagnostics diagnostics)
            throws LazyModel.Failed, IOException, InterruptedException {
        Recordings recordings = new Recordings(terminal.in(), places.media());
        List<Pcm> sounds = new ArrayList<>();
        for (Path path : request.recordings()) {
            try {
                sounds.add(recordings.read(new Input.FromFile(path)).pcm());
            } catch (IOException e) {
                Interruption.throwIfCauseOf(e);
                throw new IOException(Failures.describe(path.toString(), e), e);
            }
        }
        try (LazyModel model =
                new LazyModel(
                        places.models(), opener, request.model(), request.engine(), diagnostics)) {
            Transcriber transcriber = model.transcriber();
            if (request.warmUp()) {
                diagnostics.status("warming up");
                StreamBenchRun.hear(transcriber, sounds, unpaced(request));
            }
            diagnostics.status("measuring");
            StreamBenchResult result = StreamBenchRun.hear(transcriber, sounds, request);
            TextOut out = new TextOut(terminal.out(), terminal.charset());
            out.print(
                    request.json()
                            ? StreamBenchJson.render(model.name(), result)
                            : StreamBenchTable.render(result));
        }
        return ExitCode.OK;
    }

    private static StreamBenchRequest unpaced(StreamBenchRequest request) {
        return new StreamBenchRequest(
                request.recordings(),
                1,
                request.model(),
                request.engine(),
                request.stream(),
                Pace.NONE,
                false,
                request.json());
    }
}
