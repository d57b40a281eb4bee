package dev.sayso.app.cli;

import dev.sayso.app.models.InstalledModels;
import dev.sayso.app.models.ReadyModel;
import dev.sayso.app.recognition.Transcriber;
import dev.sayso.engine.EngineOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The model, opened when the first recording that could be read needs it.
final class LazyModel implements AutoCloseable {

    /// The model cannot be found or opened.
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1;

        Failed(String message, IOException cause) {
            super(message, cause);
        }
    }

    private final InstalledModels models;
    private final Transcriber.Opener opener;
    private final ModelChoice choice;
    private final EngineOptions options;
    private final Diagnostics diagnostics;

    private @Nullable ReadyModel model;
    private @Nullable Transcriber transcriber;

    LazyModel(
            InstalledModels models,
            Transcriber.Opener opener,
            ModelChoice choice,
            EngineOptions options,
            Diagnostics diagnostics) {
        this.models = models;
        this.opener = opener;
        this.choice = choice;
        this.options = options;
        this.diagnostics = diagnostics;
    }

    /// Opens it on the first call.
    Transcriber transcriber() throws Failed, InterruptedException {
        if (transcriber == null) {
            transcriber = open();
        }
        return transcriber;
    }

    /// Its name, once it is open.
    String name() {
        return model == null ? "" : model.name();
    }

    private Transcriber open() throws Failed, InterruptedException {
        long start = System.nanoTime();
        String called = "model";
        try {
            ReadyModel found = choice.find(models);
            model = found;
            if (found.note() != null) {
                diagnostics.warning(found.note());
            }
            called = found.folder().toString();
            Transcriber opened = opener.open(found.folder(), options);
            opened.warnings().forEach(diagnostics::warning);
            double seconds = Duration.ofNanos(System.nanoTime() - start).toNanos() / 1e9;
            diagnostics.status(
                    String.format(
                            Locale.ROOT, "model %s, opened in %.2f s", found.name(), seconds));
            return opened;
        } catch (IOException e) {
            Interruption.throwIfCauseOf(e);
            throw new Failed(Failures.describe(called, e), e);
        }
    }

    @Override
    public void close() {
        if (transcriber != null) {
            transcriber.close();
        }
        if (model != null) {
            try {
                model.close();
            } catch (IOException e) {
                diagnostics.warning(Failures.describe(model.folder().toString(), e));
            }
        }
    }
}
