package dev.sayso.app.dictation;

import dev.sayso.app.recordings.RecordingStore;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The last recording that was discarded: it can be taken out again until another one comes. On the
/// FX thread, but for what touches the disk.
final class Wastebasket {

    private final RecordingStore store;
    private final Threads threads;
    private @Nullable Path discarded;

    Wastebasket(RecordingStore store, Threads threads) {
        this.store = store;
        this.threads = threads;
    }

    /// Throws one in; the one before is deleted.
    ///
    /// @param restored what happens once it is taken out again
    Offer put(Offer.Kind kind, Path recording, Runnable restored) {
        Path before = discarded;
        discarded = recording;
        if (before != null && !before.equals(recording)) {
            threads.background().execute(() -> delete(before));
        }
        return new Offer(
                kind,
                () -> {
                    // once only, and not when it is gone
                    if (recording.equals(discarded)) {
                        discarded = null;
                        restored.run();
                    }
                });
    }

    /// Deletes what lies in it, at once.
    void empty() {
        Path last = discarded;
        discarded = null;
        if (last != null) {
            delete(last);
        }
    }

    /// Gives a recording whose text is done its lasting name, or deletes it.
    ///
    /// @return where it is; null when it was not kept
    @Nullable Path keep(@Nullable Path recording, boolean wanted) {
        if (recording == null) {
            return null;
        }
        if (!wanted) {
            delete(recording);
            return null;
        }
        try {
            return store.finish(recording);
        } catch (IOException e) {
            // it can be played all the same, and is found again at the next start
            return recording;
        }
    }

    /// Deletes a recording that nobody can ask for any more.
    void delete(Path recording) {
        try {
            store.delete(recording);
        } catch (IOException e) {
            System.getLogger(Wastebasket.class.getName())
                    .log(System.Logger.Level.WARNING, recording + " was not deleted", e);
        }
    }
}
