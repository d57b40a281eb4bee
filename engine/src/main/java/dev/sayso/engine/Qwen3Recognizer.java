package dev.sayso.engine;

import dev.sayso.engine.audio.AudioSource;
import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.checkpoint.Checkpoint;
import dev.sayso.engine.kernel.Kernels;
import dev.sayso.engine.kernel.ScalarKernels;
import dev.sayso.engine.kernel.VectorKernels;
import dev.sayso.engine.packed.PackedCache;
import dev.sayso.engine.stream.Caches;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Qwen3-ASR: owns the model and sees to it that one run at a time uses it.
final class Qwen3Recognizer implements SpeechRecognizer {

    private final Checkpoint checkpoint;
    private final Kernels kernels;
    private final StretchDecoder decoder;

    /// Held by the run that is going on.
    private final ReentrantLock running = new ReentrantLock();

    private volatile @Nullable Thread runner;
    private volatile boolean closed;

    private Qwen3Recognizer(Checkpoint checkpoint, Kernels kernels, StretchDecoder decoder) {
        this.checkpoint = checkpoint;
        this.kernels = kernels;
        this.decoder = decoder;
    }

    static Qwen3Recognizer open(Path folder, EngineOptions options) throws IOException {
        Checkpoint checkpoint = Checkpoint.open(folder, cache(options));
        Kernels kernels = null;
        Qwen3Recognizer recognizer = null;
        try {
            kernels = kernels(options);
            StretchDecoder decoder = StretchDecoder.of(checkpoint, kernels, options);
            checkpoint.finishPacking();
            recognizer = new Qwen3Recognizer(checkpoint, kernels, decoder);
            return recognizer;
        } finally {
            if (recognizer == null) {
                if (kernels != null) {
                    kernels.close();
                }
                checkpoint.close();
            }
        }
    }

    private static @Nullable PackedCache cache(EngineOptions options) {
        Path folder = options.cacheFolder();
        String packings = StretchDecoder.eightBit(options) ? "int8" : "bf16";
        return folder == null ? null : PackedCache.in(folder, packings);
    }

    private static Kernels kernels(EngineOptions options) {
        int cores = Runtime.getRuntime().availableProcessors();
        return switch (options.arithmetic()) {
            case SCALAR -> new ScalarKernels();
            case VECTOR -> new VectorKernels(options.threads() == 0 ? cores : options.threads());
        };
    }

    @Override
    public Transcript transcribe(Pcm audio, Hints hints, Consumer<? super TranscriptEvent> listener)
            throws InterruptedException {
        begin();
        try {
            Costs costs = new Costs();
            TranscriptWriter writer = new TranscriptWriter(hints, listener);
            Transcription transcription = new Transcription(decoder, hints, costs, writer);
            List<Stretch> stretches = LongAudio.cut(audio, hints, decoder.longest(hints));
            for (Stretch stretch : stretches) {
                transcription.add(stretch, audio.duration());
            }
            writer.progress(audio.duration(), audio.duration());
            return writer.transcript(costs.timings(audio.duration()));
        } catch (ArithmeticException e) {
            throw damaged(e);
        } finally {
            end();
        }
    }

    @Override
    public Transcript listen(
            AudioSource source, Hints hints, StreamOptions options, StreamListener listener)
            throws IOException, InterruptedException {
        return listen(source, hints, options, Caches.all().withDrafts(drafts(options)), listener);
    }

    private static Caches.Drafts drafts(StreamOptions options) {
        return switch (options.drafts()) {
            case READ -> Caches.Drafts.READ;
            case REFUSED -> Caches.Drafts.REFUSED;
            case OFF -> Caches.Drafts.OFF;
        };
    }

    /// @param caches what is kept between rounds, instead of what the options say of drafts; the
    ///     text does not depend on it
    Transcript listen(
            AudioSource source,
            Hints hints,
            StreamOptions options,
            Caches caches,
            StreamListener listener)
            throws IOException, InterruptedException {
        begin();
        try {
            decoder.longest(hints);
            LiveTranscription live =
                    new LiveTranscription(decoder, caches, hints, options, listener);
            return live.run(source);
        } catch (ArithmeticException e) {
            throw damaged(e);
        } finally {
            end();
        }
    }

    private DamagedModelException damaged(ArithmeticException e) {
        String message = checkpoint.folder() + ": damaged weights: " + e.getMessage();
        return new DamagedModelException(message, e);
    }

    @Override
    public List<String> warnings() {
        return checkpoint.warnings();
    }

    private void begin() {
        if (running.isHeldByCurrentThread() || !running.tryLock()) {
            throw new IllegalStateException("a run is going on already");
        }
        if (closed) {
            running.unlock();
            throw new IllegalStateException("the recognizer is closed");
        }
        runner = Thread.currentThread();
    }

    private void end() {
        runner = null;
        running.unlock();
    }

    @Override
    public void close() {
        if (running.isHeldByCurrentThread()) {
            throw new IllegalStateException("closed by its own run");
        }
        closed = true;
        Thread busy = runner;
        if (busy != null) {
            busy.interrupt();
        }
        // the memory may not go away under a reader
        running.lock();
        try {
            kernels.close();
            checkpoint.close();
        } finally {
            running.unlock();
        }
    }
}
