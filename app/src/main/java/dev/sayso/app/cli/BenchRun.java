package dev.sayso.app.cli;

import dev.sayso.app.models.InstalledModels;
import dev.sayso.app.recognition.Transcriber;
import dev.sayso.engine.EngineOptions;
import dev.sayso.engine.Hints;
import dev.sayso.engine.Transcript.Timings;
import dev.sayso.engine.audio.Pcm;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Runs everything `sayso bench` was asked to measure, one after the other.
final class BenchRun {

    private final BenchRequest request;
    private final Recordings recordings;
    private final InstalledModels models;
    private final Transcriber.Opener opener;
    private final Diagnostics diagnostics;

    BenchRun(
            BenchRequest request,
            Recordings recordings,
            InstalledModels models,
            Transcriber.Opener opener,
            Diagnostics diagnostics) {
        this.request = request;
        this.recordings = recordings;
        this.models = models;
        this.opener = opener;
        this.diagnostics = diagnostics;
    }

    /// @throws IOException when a recording cannot be read, before anything is run
    List<BenchResult> run() throws IOException, LazyModel.Failed, InterruptedException {
        Map<Path, Pcm> sounds = new LinkedHashMap<>();
        for (Path path : request.recordings()) {
            sounds.put(path, read(path));
        }
        List<BenchResult> results = new ArrayList<>();
        for (EngineOptions engine : request.engines()) {
            results.addAll(run(sounds, engine));
        }
        return results;
    }

    private Pcm read(Path path) throws IOException, InterruptedException {
        try {
            return recordings.read(new Input.FromFile(path)).pcm();
        } catch (IOException e) {
            Interruption.throwIfCauseOf(e);
            throw new IOException(Failures.describe(path.toString(), e), e);
        }
    }

    /// All modes and recordings with one open model.
    private List<BenchResult> run(Map<Path, Pcm> sounds, EngineOptions options)
            throws LazyModel.Failed, InterruptedException {
        List<BenchResult> results = new ArrayList<>();
        try (LazyModel model =
                new LazyModel(models, opener, request.model(), options, diagnostics)) {
            Transcriber transcriber = model.transcriber();
            for (Duration stretch : request.stretches()) {
                for (Map.Entry<Path, Pcm> sound : sounds.entrySet()) {
                    BenchSetting setting =
                            new BenchSetting(model.name(), name(sound.getKey()), stretch, options);
                    results.add(run(transcriber, setting, sound.getValue()));
                }
            }
        }
        return results;
    }

    private static String name(Path path) {
        Path file = path.getFileName();
        return file == null ? path.toString() : file.toString();
    }

    private BenchResult run(Transcriber transcriber, BenchSetting setting, Pcm sound)
            throws InterruptedException {
        Hints hints = Hints.none().withStretch(setting.stretch());
        Timings first = transcriber.transcribe(sound, hints, _ -> {}).timings();
        say(setting, "first run", first);
        List<Timings> runs = new ArrayList<>();
        for (int i = 1; i <= request.runs(); i++) {
            Timings timings = transcriber.transcribe(sound, hints, _ -> {}).timings();
            runs.add(timings);
            say(setting, "run " + i + " of " + request.runs(), timings);
            if (!timings.work().equals(first.work())) {
                diagnostics.warning(setting.recording() + ": the runs did not do the same work");
            }
        }
        return new BenchResult(setting, first, runs, BenchMachine.peakBytes());
    }

    private void say(BenchSetting setting, String which, Timings timings) {
        diagnostics.status(
                String.format(
                        Locale.ROOT,
                        "%s, %s, threads %d, %s: %.0f ms",
                        setting.recording(),
                        setting.mode(),
                        setting.threads(),
                        which,
                        timings.total().toNanos() / 1e6));
    }
}
