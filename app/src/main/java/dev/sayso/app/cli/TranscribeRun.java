package dev.sayso.app.cli;

import dev.sayso.app.folders.AtomicFile;
import dev.sayso.app.recognition.Transcriber;
import dev.sayso.app.subtitles.TranscribedFile;
import dev.sayso.app.subtitles.TranscriptFormat;
import dev.sayso.engine.Transcript;
import dev.sayso.engine.Transcript.Timings;
import dev.sayso.engine.WarmUp;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Carries out a [TranscribeRequest]: one recording after the other, none of which stops the rest.
final class TranscribeRun {

    private final TranscribeRequest request;
    private final Recordings recordings;
    private final LazyModel model;
    private final Warming warmUp;
    private final Printer printer;
    private final ProgressBar bar;
    private final Diagnostics diagnostics;
    private final boolean rewrites;

    /// @param rewrites whether standard output can take back what it shows
    TranscribeRun(
            TranscribeRequest request,
            Recordings recordings,
            LazyModel model,
            Warming warmUp,
            Printer printer,
            ProgressBar bar,
            Diagnostics diagnostics,
            boolean rewrites) {
        this.request = request;
        this.recordings = recordings;
        this.model = model;
        this.warmUp = warmUp;
        this.printer = printer;
        this.bar = bar;
        this.diagnostics = diagnostics;
        this.rewrites = rewrites;
    }

    /// @return an [ExitCode]
    /// @throws InterruptedException when stopped; what was decoded so far is printed
    int run() throws LazyModel.Failed, InterruptedException {
        int code = ExitCode.OK;
        for (Job job : request.jobs()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            String name = job.input().name();
            try {
                if (!transcribe(job)) {
                    code = ExitCode.SOME_FAILED;
                }
            } catch (IOException e) {
                Interruption.throwIfCauseOf(e);
                diagnostics.failure(Failures.describe(name, e), e);
                code = ExitCode.SOME_FAILED;
            } catch (OutOfMemoryError e) {
                // what this recording took is free again when the next one begins
                String line = name + ": not enough memory; -S 30 cuts it into shorter stretches";
                diagnostics.failure(Names.printable(line), e);
                code = ExitCode.SOME_FAILED;
            }
        }
        return code;
    }

    /// @return false when the result could not be written
    private boolean transcribe(Job job) throws IOException, LazyModel.Failed, InterruptedException {
        try (Hearing hearing = recordings.open(job.input(), request.stream())) {
            return transcribe(job, hearing);
        }
    }

    private boolean transcribe(Job job, Hearing hearing)
            throws IOException, LazyModel.Failed, InterruptedException {
        String name = job.input().name();
        hearing.warnings().forEach(diagnostics::warning);
        int warned = hearing.warnings().size();
        Transcriber transcriber = model.transcriber();
        boolean live = job.target() == null && request.format() == TranscriptFormat.TXT;
        printer.begin(name);
        if (job.input() instanceof Input.FromMicrophone) {
            diagnostics.status("listening; Enter ends it");
        }
        TextPrinter line = live ? printerOf(name) : null;
        RunListener listener = new RunListener(name, line, bar);
        Transcript transcript;
        try {
            transcript = hearing.by(transcriber, request.hints(), listener);
            if (line != null) {
                line.end();
            }
        } catch (InterruptedException e) {
            if (line != null) {
                line.stopped();
            }
            stopped(job, listener.soFar());
            throw e;
        } finally {
            bar.clear();
            if (line != null) {
                line.breakOff();
            }
        }
        List<String> odd = hearing.warnings();
        odd.subList(warned, odd.size()).forEach(diagnostics::warning);
        boolean written = line != null || write(job.target(), rendered(name, transcript, true));
        report(name, transcript);
        reportStart(listener);
        return written;
    }

    private TextPrinter printerOf(String name) {
        return request.stream() == null
                ? livePrinter(name)
                : new StreamPrinter(printer::print, rewrites);
    }

    private LivePrinter livePrinter(String name) {
        return new LivePrinter(
                printer::print,
                () -> diagnostics.warning(name + ": the next line corrects the one before"));
    }

    /// A file gets whole results only; what there is of one goes to standard output.
    private void stopped(Job job, Transcript soFar) {
        String name = job.input().name();
        if (job.target() != null) {
            diagnostics.warning(job.target() + ": not written, " + name + " was not finished");
            String text = soFar.text();
            printer.print(text.isEmpty() ? "" : text + "\n");
        } else if (request.format() != TranscriptFormat.TXT) {
            printer.print(rendered(name, soFar, false));
        }
    }

    private String rendered(String name, Transcript transcript, boolean complete) {
        return request.format()
                .render(new TranscribedFile(name, model.name(), transcript, complete));
    }

    /// What cannot be written is printed: the work of hours must not be lost to a full disk.
    private boolean write(@Nullable Path target, String text) {
        if (target == null) {
            printer.print(text);
            return true;
        }
        try {
            AtomicFile.write(target, text);
            return true;
        } catch (IOException e) {
            String line =
                    target + ": cannot be written: " + Failures.reason(e) + "; printed instead";
            diagnostics.failure(Names.printable(line), e);
            printer.print(text);
            return false;
        }
    }

    private void report(String name, Transcript transcript) {
        for (String warning : transcript.warnings()) {
            diagnostics.warning(name + ": " + warning);
        }
        Timings timings = transcript.timings();
        diagnostics.status(
                String.format(
                        Locale.ROOT,
                        "%s: %.1f s of sound in %.2f s, %.1f times real time",
                        name,
                        seconds(timings.audio()),
                        seconds(timings.total()),
                        timings.timesRealTime()));
        diagnostics.debug(
                String.format(
                        Locale.ROOT,
                        "%s: mel %d ms, encoder %d ms (%d audio tokens), prefill %d ms"
                                + " (%d tokens), decode %d ms (%d tokens, %.1f ms each)",
                        name,
                        timings.mel().toMillis(),
                        timings.encoder().toMillis(),
                        timings.work().audioTokens(),
                        timings.prefill().toMillis(),
                        timings.work().promptTokens(),
                        timings.decode().toMillis(),
                        timings.work().newTokens(),
                        timings.decode().toNanos()
                                / 1e6
                                / Math.max(1, timings.work().newTokens())));
    }

    /// What a new process had to do before there was a first word.
    private void reportStart(RunListener listener) {
        if (!request.verbosity().debug()) {
            return;
        }
        WarmUp.Progress progress = warmUp.progress();
        diagnostics.debug(
                String.format(
                        Locale.ROOT,
                        "warm-up %.0f %% done in %d ms",
                        100 * progress.done(),
                        progress.time().toMillis()));
        listener.firstText()
                .ifPresent(
                        at ->
                                diagnostics.debug(
                                        "first text "
                                                + (at
                                                        - ManagementFactory.getRuntimeMXBean()
                                                                .getStartTime())
                                                + " ms after the program's start"));
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
