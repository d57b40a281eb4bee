package dev.sayso.app.editor;

import dev.sayso.app.transcript.TranscriptDocument;
import java.io.IOException;

/// Keeps an edited transcript; called off the FX thread, by one thread at a time.
@FunctionalInterface
public interface TranscriptSaver {

    /// @throws IOException when it cannot be kept; it is tried again after the next change
    void save(TranscriptDocument document) throws IOException;
}
