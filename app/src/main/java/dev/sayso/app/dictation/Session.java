package dev.sayso.app.dictation;

import dev.sayso.app.dictation.DictationFailure.Kind;
import dev.sayso.app.recognition.RecognitionRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// One dictation on its way from sound to text. On the FX thread.
final class Session {

    /// From where it was begun.
    final Dictation.Origin origin;

    /// When.
    final Instant created;

    /// Takes the sound in; null when the sound is a recording already.
    @Nullable Take take;

    /// What was taken; null until the take is over.
    Take.@Nullable End end;

    /// Whether a cancelled session's sound is to be thrown away when its take is over.
    boolean cancelled;

    /// Whether the text is complete, and only the recording's place has to be found.
    boolean concluding;

    @Nullable RecognitionRun<Heard> run;

    @Nullable Hearing hearing;

    /// What was written; null until the run is over, or when it failed.
    @Nullable Heard heard;

    /// Why nothing was written.
    @Nullable DictationFailure failure;

    Session(Dictation.Origin origin, Instant created) {
        this.origin = origin;
        this.created = created;
    }

    /// Whether both the take and the run are over.
    boolean isOver() {
        return end != null && (heard != null || failure != null);
    }

    @Nullable Path recording() {
        return end == null ? null : end.recording();
    }

    /// What a run's exception means.
    DictationFailure reason(@Nullable Throwable thrown) {
        String details = String.valueOf(thrown);
        if (thrown instanceof OutOfMemoryError) {
            return DictationFailure.of(Kind.MEMORY, details);
        }
        if (thrown instanceof CancellationException) {
            return DictationFailure.of(Kind.RECOGNITION, "the recognition was closed");
        }
        if (hearing == null || !hearing.hasBegun()) {
            return DictationFailure.of(Kind.MODEL, details);
        }
        boolean file = take == null && thrown instanceof IOException;
        return DictationFailure.of(file ? Kind.RECORDING : Kind.RECOGNITION, details);
    }
}
