package dev.sayso.app.editor;

import dev.sayso.app.transcript.TranscriptDocument;
import dev.sayso.app.ui.Elsewhere;
import java.time.Duration;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Keeps a document a moment after it changed, one save at a time. Lives on the FX thread; waiting
/// and saving happen elsewhere.
///
/// The moment begins with the first change and not with the last, so that someone who types without
/// a pause is saved all the same.
final class Autosave {

    private final Elsewhere elsewhere;
    private final TranscriptSaver saver;
    private final Duration delay;
    private final Supplier<TranscriptDocument> document;
    private final ReadOnlyObjectWrapper<SaveState> state =
            new ReadOnlyObjectWrapper<>(new SaveState.Saved());
    private long changes;
    private boolean waits;
    private @Nullable Runnable afterwards;

    Autosave(EditorTools tools, Supplier<TranscriptDocument> document) {
        this.elsewhere = tools.elsewhere();
        this.saver = tools.saver();
        this.delay = tools.saveAfter();
        this.document = document;
    }

    ReadOnlyObjectProperty<SaveState> state() {
        return state.getReadOnlyProperty();
    }

    private boolean isSaving() {
        return state.get() instanceof SaveState.Saving;
    }

    /// The document has changed.
    void changed() {
        changes++;
        if (!isSaving()) {
            state.set(new SaveState.Changed());
            waitThenSave();
        }
    }

    private void waitThenSave() {
        if (waits) {
            return;
        }
        waits = true;
        elsewhere.run(
                () -> {
                    Thread.sleep(delay);
                    return delay;
                },
                _ -> waited(),
                _ -> waited());
    }

    private void waited() {
        waits = false;
        if (state.get() instanceof SaveState.Changed) {
            save();
        }
    }

    /// Saves at once what has not been saved.
    ///
    /// @param then run when everything is saved; not when that fails
    void saveNow(Runnable then) {
        if (state.get() instanceof SaveState.Saved) {
            then.run();
            return;
        }
        afterwards = then;
        if (!isSaving()) {
            save();
        }
    }

    private void save() {
        TranscriptDocument saved = document.get();
        long upTo = changes;
        state.set(new SaveState.Saving());
        elsewhere.run(
                () -> {
                    saver.save(saved);
                    return upTo;
                },
                this::saved,
                this::failed);
    }

    private void saved(long upTo) {
        if (changes == upTo) {
            state.set(new SaveState.Saved());
            Runnable then = afterwards;
            afterwards = null;
            if (then != null) {
                then.run();
            }
        } else if (afterwards != null) {
            save();
        } else {
            state.set(new SaveState.Changed());
            waitThenSave();
        }
    }

    private void failed(Throwable thrown) {
        afterwards = null;
        state.set(new SaveState.Failed(String.valueOf(thrown)));
    }
}
