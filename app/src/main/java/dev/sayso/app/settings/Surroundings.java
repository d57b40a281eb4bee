package dev.sayso.app.settings;

import dev.sayso.app.settings.Settings.Replacement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// What the settings show of the rest of the program. All but [#replaced] and [#version] may take
/// their time, and are called off the FX thread.
public interface Surroundings {

    /// A microphone.
    ///
    /// @param id what the settings keep
    /// @param name for people
    record Input(String id, String name) {}

    /// The microphones there are; empty when there is none.
    List<Input> microphones();

    /// A text after the replacements, for the box where they are tried.
    String replaced(String text, List<Replacement> replacements);

    /// What the packed weights of models take on the disk, in bytes.
    long weightCacheSize() throws IOException;

    /// Deletes them; they are packed again when needed.
    void clearWeightCache() throws IOException;

    /// Which ways of getting a hotkey and of inserting text are in use here, and why; for people.
    String diagnostics();

    /// Shows a folder in the system's file manager.
    void open(Path folder) throws IOException;

    /// The program's version.
    String version();
}
