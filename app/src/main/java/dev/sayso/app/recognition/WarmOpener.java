package dev.sayso.app.recognition;

import dev.sayso.engine.EngineOptions;
import dev.sayso.engine.WarmUp;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;

/// Opens a model, and has it used only when its kernels are compiled.
///
/// @param opener opens it
/// @param waiting waits for the kernels
public record WarmOpener(Transcriber.Opener opener, Waiting waiting) implements Transcriber.Opener {

    /// See [WarmUp#awaitFor].
    @FunctionalInterface
    public interface Waiting {
        /// See [WarmUp#awaitFor].
        void awaitFor(Path model) throws IOException, InterruptedException;
    }

    /// The engine; its kernels are compiled while it opens the model.
    public static Transcriber openEngine(Path folder, EngineOptions options) throws IOException {
        WarmUp warmUp = WarmUp.begin(options);
        boolean open = false;
        try {
            Transcriber opened =
                    new WarmOpener(Transcriber::open, warmUp::awaitFor).open(folder, options);
            open = true;
            return opened;
        } finally {
            if (!open) {
                warmUp.close();
            }
        }
    }

    @Override
    public Transcriber open(Path folder, EngineOptions options) throws IOException {
        Transcriber opened = opener.open(folder, options);
        boolean ready = false;
        try {
            waiting.awaitFor(folder);
            ready = true;
            return opened;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(folder + ": interrupted while kernels are compiled");
        } finally {
            if (!ready) {
                opened.close();
            }
        }
    }
}
