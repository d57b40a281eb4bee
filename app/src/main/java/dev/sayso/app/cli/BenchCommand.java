package dev.sayso.app.cli;

import dev.sayso.app.cli.TranscribeRequest.Verbosity;
import dev.sayso.app.recognition.Transcriber;
import dev.sayso.engine.MachineLimits;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// `sayso bench`.
final class BenchCommand {

    private final Terminal terminal;
    private final Places places;
    private final Transcriber.Opener opener;
    private final IntFunction<MachineLimits> measure;

    /// @param measure what the machine can do with so many threads
    BenchCommand(
            Terminal terminal,
            Places places,
            Transcriber.Opener opener,
            IntFunction<MachineLimits> measure) {
        this.terminal = terminal;
        this.places = places;
        this.opener = opener;
        this.measure = measure;
    }

    /// The command for picocli.
    CommandSpec spec() {
        CommandSpec command = Commands.spec("bench", this::call);
        command.usageMessage()
                .description(
                        "Measures how fast whole recordings are transcribed.",
                        "",
                        "Every recording is run once to warm up and then several times, in every"
                                + " mode and with every number of threads asked for. The table"
                                + " goes to standard output, what goes on to standard error.",
                        "");
        BenchOptions.declare(command);
        command.addSubcommand("stream", new StreamBenchCommand(terminal, places, opener).spec());
        return command;
    }

    private int call(CommandSpec command) {
        BenchRequest request;
        try {
            request = BenchOptions.read(command.commandLine().getParseResult(), places.weights());
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

    private int run(BenchRequest request, Diagnostics diagnostics)
            throws LazyModel.Failed, IOException, InterruptedException {
        List<BenchResult> results =
                new BenchRun(
                                request,
                                new Recordings(terminal.in(), places.media()),
                                places.models(),
                                opener,
                                diagnostics)
                        .run();
        // last, for the arrays that are read would count as the runs' own memory
        Map<Integer, MachineLimits> limits = new TreeMap<>();
        for (BenchResult result : results) {
            limits.computeIfAbsent(
                    result.setting().threads(),
                    threads -> {
                        diagnostics.status("measuring the machine, threads: " + threads);
                        return measure.apply(threads);
                    });
        }
        BenchReport report = new BenchReport(BenchMachine.ofProcess(), limits, results);
        TextOut out = new TextOut(terminal.out(), terminal.charset());
        out.print(request.json() ? BenchJson.render(report) : BenchTable.render(report));
        return ExitCode.OK;
    }
}
