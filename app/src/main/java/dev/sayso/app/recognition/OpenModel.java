package dev.sayso.app.recognition;

import dev.sayso.app.models.ReadyModel;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The model that is in memory, if any. Used by the recognition thread only, but for [#isOpen] and
/// [#name].
public final class OpenModel {

    /// Finds an installed model.
    @FunctionalInterface
    public interface Finder {
        /// @param name empty: the best one
        /// @throws IOException when there is none of that name
        ReadyModel find(String name) throws IOException;
    }

    private final Finder finder;
    private final Transcriber.Opener opener;
    private final Consumer<ModelState> listener;
    private @Nullable ModelWish wish;
    private volatile @Nullable ReadyModel found;
    private volatile @Nullable Transcriber transcriber;

    /// @param listener told on the recognition thread
    public OpenModel(Finder finder, Transcriber.Opener opener, Consumer<ModelState> listener) {
        this.finder = finder;
        this.opener = opener;
        this.listener = listener;
    }

    /// The model a run wants: the one that is open, or another, which takes its place.
    Transcriber open(ModelWish wanted) throws IOException, InterruptedException {
        Transcriber open = transcriber;
        if (open != null && wanted.equals(wish)) {
            return open;
        }
        close();
        listener.accept(new ModelState.Loading(wanted.model()));
        try {
            ReadyModel model = finder.find(wanted.model());
            found = model;
            Transcriber opened = opener.open(model.folder(), wanted.options());
            transcriber = opened;
            wish = wanted;
            listener.accept(
                    new ModelState.Loaded(model.name(), String.join(" ", opened.warnings())));
            return opened;
        } catch (InterruptedIOException e) {
            Thread.interrupted();
            close();
            throw new InterruptedException();
        } catch (IOException e) {
            close();
            listener.accept(new ModelState.Failed(wanted.model(), String.valueOf(e.getMessage())));
            throw e;
        }
    }

    /// The name of the open model; empty when none is.
    String name() {
        ReadyModel model = found;
        return model == null ? "" : model.name();
    }

    boolean isOpen() {
        return transcriber != null;
    }

    /// Frees the model.
    void close() {
        Transcriber open = transcriber;
        transcriber = null;
        wish = null;
        if (open != null) {
            open.close();
        }
        ReadyModel model = found;
        found = null;
        if (model != null) {
            try {
                model.close();
            } catch (IOException e) {
                System.getLogger(OpenModel.class.getName())
                        .log(System.Logger.Level.WARNING, model.folder() + " stays behind", e);
            }
        }
        if (open != null || model != null) {
            listener.accept(new ModelState.Unloaded());
        }
    }
}
