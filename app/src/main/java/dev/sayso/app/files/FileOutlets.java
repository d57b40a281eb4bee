package dev.sayso.app.files;

import dev.sayso.app.transcript.TranscriptDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Where transcripts go.
///
/// @param finished told of each complete transcript, on the FX thread
/// @param beside writes outputs into a folder
public record FileOutlets(Consumer<? super TranscriptDocument> finished, Writer beside) {

    /// Writes a transcript's outputs.
    @FunctionalInterface
    public interface Writer {

        /// Called on a background thread. Never overwrites: a name that is taken gets a number.
        ///
        /// @param formats extensions: `srt`, `txt`, …
        /// @return what was written
        /// @throws IOException when the folder may not be written, or the disk is full
        List<Path> write(TranscriptDocument transcript, Path folder, List<String> formats)
                throws IOException;
    }
}
