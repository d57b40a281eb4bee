package dev.sayso.engine;

import dev.sayso.engine.kernel.Kernels;
import dev.sayso.engine.kernel.VectorKernels;
import dev.sayso.engine.kernel.WarmUpSteps;
import dev.sayso.engine.kernel.WarmUpThread;
import dev.sayso.engine.packed.ScratchMemory;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The kernels being compiled in the background, those that a run needs first before the others.
///
/// In a new process the fast kernels are interpreted, hundreds of times slower than they are once
/// the JVM has compiled them. Begin this in a program's first moment, before the model is opened
/// and the sound is read: what is compiled by the time it is needed is not waited for. It computes
/// on numbers of its own and shares nothing with a [SpeechRecognizer]; no result depends on it.
public final class WarmUp implements AutoCloseable {

    /// How far it is.
    ///
    /// @param done the part that is done, 0 to 1
    /// @param time from the beginning to now, or to the end if it has ended
    public record Progress(double done, Duration time) {}

    /// A model with fewer bytes of weights is through with a short recording before its kernels are
    /// compiled.
    private static final long SMALLEST = 64 << 20;

    private final WarmUpThread thread;

    private WarmUp(WarmUpThread thread) {
        this.thread = thread;
    }

    /// Begins, and returns at once.
    ///
    /// @param options of the engine that will be opened: only what it will use is compiled
    public static WarmUp begin(EngineOptions options) {
        return new WarmUp(WarmUpThread.start(() -> steps(options)));
    }

    private static List<WarmUpThread.Step> steps(EngineOptions options) {
        if (options.arithmetic() == EngineOptions.Arithmetic.SCALAR) {
            return List.of();
        }
        Kernels kernels = new VectorKernels(1);
        boolean kept = options.cacheFolder() != null;
        try (ScratchMemory memory = kept ? ScratchMemory.mapped() : ScratchMemory.plain()) {
            return WarmUpSteps.of(kernels, memory, StretchDecoder.eightBit(options));
        }
    }

    /// How far it is.
    public Progress progress() {
        return new Progress(thread.progress(), Duration.ofNanos(thread.nanos()));
    }

    /// Waits until it has ended: all is compiled, or it was closed.
    ///
    /// @throws InterruptedException when the waiting thread is interrupted; it goes on
    public void await() throws InterruptedException {
        thread.await();
    }

    /// Waits until it has ended, or not at all for a small model. A run that begins sooner computes
    /// with interpreted kernels and takes the compiler's time: it ends later than one that waited.
    ///
    /// @param model the folder of a model
    /// @throws IOException when the folder cannot be read
    /// @throws InterruptedException when the waiting thread is interrupted; it goes on
    public void awaitFor(Path model) throws IOException, InterruptedException {
        long bytes = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(model, "*.safetensors")) {
            for (Path file : files) {
                bytes += Files.size(file);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        if (bytes >= SMALLEST) {
            await();
        }
    }

    /// Stops it within a moment; does not wait for that. What is compiled stays so.
    @Override
    public void close() {
        thread.close();
    }
}
