package dev.sayso.engine;

import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.audio.WavFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The starter model in this repository, its samples, and what they say.
public final class StarterModel {

    /// The model's folder; tests run in the module's.
    public static final Path FOLDER = Path.of("starter-model");

    private StarterModel() {}

    /// The sound of a sample.
    public static Pcm sample(String name) throws IOException {
        return WavFile.read(FOLDER.resolve("samples").resolve(name + ".wav")).pcm();
    }

    /// What is said in a sample.
    public static String said(String name) throws IOException {
        return Files.readString(FOLDER.resolve("samples").resolve(name + ".txt")).strip();
    }
}
