package dev.sayso.app.history;

import dev.sayso.app.transcript.Cue;
import dev.sayso.app.transcript.TranscriptDocument;
import java.util.OptionalLong;

/// The entry of private mode: nothing of it is kept.
final class UnkeptEntry implements OpenEntry {

    @Override
    public OptionalLong id() {
        return OptionalLong.empty();
    }

    @Override
    public void append(Cue cue) {}

    @Override
    public void finish(TranscriptDocument document) {}

    @Override
    public void discard() {}
}
