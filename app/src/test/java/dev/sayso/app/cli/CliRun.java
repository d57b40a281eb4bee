package dev.sayso.app.cli;

import dev.sayso.app.instance.InstanceClient;
import dev.sayso.app.media.MediaDecoder;
import dev.sayso.app.models.InstalledModels;
import dev.sayso.app.models.StarterModel;
import dev.sayso.app.recognition.Transcriber;
import dev.sayso.engine.MachineLimits;
import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.audio.WavFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// Runs the command line in a folder of its own, with one installed model called `tiny`, and
/// captures what it says.
final class CliRun {

    /// @param code the exit code
    record Result(int code, String out, String err) {

        List<String> errLines() {
            return err.lines().toList();
        }
    }

    final Path folder;
    final Path models;
    final Path weights;
    final Path run;
    Transcriber.Opener opener;
    IntFunction<MachineLimits> measure = threads -> new MachineLimits(threads, 256, 30, 200);
    Warming.Beginner warming = _ -> new ScriptedWarming();
    byte[] stdin = {};
    boolean outShown;
    boolean errShown;

    CliRun(Path folder, Transcriber transcriber) throws IOException {
        this.folder = folder;
        this.models = Files.createDirectories(folder.resolve("home/models"));
        this.weights = folder.resolve("home/cache/weights");
        this.run = folder.resolve("home/run");
        this.opener = (_, _) -> transcriber;
        Path tiny = Files.createDirectories(models.resolve("tiny"));
        for (String file :
                List.of("vocab.json", "merges.txt", "tokenizer_config.json", "model.safetensors")) {
            Files.writeString(tiny.resolve(file), "");
        }
        Files.writeString(tiny.resolve("config.json"), "{}");
    }

    /// A second of quiet noise.
    Path recording(String name) throws IOException {
        float[] samples = new float[Pcm.RATE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (i * 7919 % 201 - 100) / 10_000f;
        }
        Path file = folder.resolve(name);
        WavFile.write(file, Pcm.of(samples));
        return file;
    }

    Result run(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return run(out, out, arguments);
    }

    /// @param out where standard output goes
    /// @param seen what of it is returned
    Result run(OutputStream out, ByteArrayOutputStream seen, Object... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal =
                new Terminal(
                        new ByteArrayInputStream(stdin),
                        out,
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        StandardCharsets.UTF_8,
                        outShown,
                        errShown,
                        true);
        InstalledModels installed = new InstalledModels(models, StarterModel.bundled(models));
        Places places =
                new Places(
                        installed,
                        weights,
                        new MediaDecoder(Path.of("target", "decoder")),
                        new InstanceClient(run));
        String[] words = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
        Transcriber.Opener delegate = (f, o) -> opener.open(f, o);
        Warming.Beginner warming = options -> this.warming.begin(options);
        int code = new Cli(terminal, places, delegate, warming, measure, "1.2.3").run(words);
        return new Result(
                code, seen.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// All files under the folder, for comparing before and after.
    List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.map(path -> folder.relativize(path).toString()).sorted().toList();
        }
    }
}
