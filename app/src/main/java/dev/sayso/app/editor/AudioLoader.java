package dev.sayso.app.editor;

import dev.sayso.engine.audio.Pcm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

/// Decodes the sound of a file; called off the FX thread.
@FunctionalInterface
public interface AudioLoader {

    /// @param progress told from 0 to 1 on the calling thread; need not be told at all
    /// @throws IOException when the file is gone or cannot be decoded
    /// @throws InterruptedException when the editor was closed meanwhile
    Pcm load(Path file, DoubleConsumer progress) throws IOException, InterruptedException;
}
