package dev.sayso.app.files;

import static org.assertj.core.api.Assertions.fail;

import dev.sayso.app.media.MediaDecoder;
import dev.sayso.app.models.ReadyModel;
import dev.sayso.app.recognition.ModelWish;
import dev.sayso.app.recognition.OpenModel;
import dev.sayso.app.recognition.Recognition;
import dev.sayso.app.recognition.Transcriber;
import dev.sayso.app.settings.Settings;
import dev.sayso.app.settings.SettingsModel;
import dev.sayso.app.transcript.TranscriptDocument;
import dev.sayso.engine.EngineOptions;
import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.audio.WavFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// A queue as it runs in the app, but for the toolkit: one thread stands for the FX thread.
final class QueueRun implements AutoCloseable {

    final ExecutorService fx = Executors.newSingleThreadExecutor();
    final Recognition recognition;
    final FilesModel model;
    final List<TranscriptDocument> finished = new CopyOnWriteArrayList<>();
    final List<String> wishes = new CopyOnWriteArrayList<>();
    final List<String> written = new CopyOnWriteArrayList<>();
    volatile boolean folderIsReadOnly;

    QueueRun(Path home, Transcriber.Opener opener, Settings settings) {
        recognition =
                new Recognition(
                        new OpenModel(
                                name -> new ReadyModel(name, Path.of(name), null, false),
                                opener,
                                _ -> {}));
        model = on(() -> model(home, settings));
        on(model::restore);
    }

    static QueueRun with(Path home, TalkingModel talking) {
        return new QueueRun(home, (_, _) -> talking, Settings.defaults());
    }

    private FilesModel model(Path home, Settings settings) {
        return new FilesModel(
                new FileWork(new MediaDecoder(Path.of("target", "decoder")), recognition),
                this::wish,
                new SettingsModel(settings, _ -> {}),
                new QueueStore(home.resolve("queue.json")),
                new FileOutlets(finished::add, this::write),
                fx);
    }

    private ModelWish wish(String name) {
        wishes.add(name);
        return new ModelWish(name, EngineOptions.defaults());
    }

    private List<Path> write(TranscriptDocument transcript, Path folder, List<String> formats)
            throws IOException {
        if (folderIsReadOnly) {
            throw new IOException(folder + ": permission denied");
        }
        written.add(transcript.title() + " " + formats);
        return List.of();
    }

    /// Quiet noise of so many seconds.
    static Path noise(Path file, int seconds) throws IOException {
        float[] samples = new float[seconds * Pcm.RATE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (i * 7919 % 201 - 100) / 10_000f;
        }
        WavFile.write(file, Pcm.of(samples));
        return file;
    }

    /// Asks on the FX thread.
    <T> T on(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, fx).join();
    }

    void on(Runnable work) {
        CompletableFuture.runAsync(work, fx).join();
    }

    FileRow row(int index) {
        return on(() -> model.rows().get(index));
    }

    FileState state(int index) {
        return on(() -> model.rows().get(index).state().get());
    }

    List<String> text(int index) {
        return on(
                () ->
                        model.rows().get(index).segments().stream()
                                .map(segment -> segment.start().toSeconds() + " " + segment.text())
                                .toList());
    }

    /// Waits until something holds on the FX thread.
    void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!on(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                fail("waited 60 s for: %s; %s", what, on(() -> model.rows().toString()));
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    void awaitState(int index, FileState state) {
        await(
                "row " + index + " " + state,
                () ->
                        model.rows().size() > index
                                && model.rows().get(index).state().get() == state);
    }

    void awaitAllOver(int count) {
        await(
                "all over",
                () ->
                        model.rows().size() == count
                                && model.rows().stream()
                                        .allMatch(row -> row.state().get().isOver()));
    }

    /// Waits until a row has so many sentences.
    void awaitSentences(int index, int count) {
        await(
                count + " sentences in row " + index,
                () ->
                        model.rows().size() > index
                                && model.rows().get(index).segments().size() == count);
    }

    static String kept(Path home) throws IOException {
        return Files.readString(home.resolve("queue.json"));
    }

    @Override
    public void close() {
        on(model::close);
        recognition.close();
        fx.close();
    }
}
