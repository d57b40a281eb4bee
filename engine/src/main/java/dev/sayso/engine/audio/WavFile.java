package dev.sayso.engine.audio;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// WAV files: PCM of 8, 16, 24 or 32 bits and floats of 32 or 64, of any rate up to 768 kHz and any
/// number of channels, plain, extensible or RF64. Writes 16-bit mono at 16 kHz.
///
/// ```java
/// Recording talk = WavFile.read(Path.of("talk.wav"));
/// talk.warnings().forEach(System.err::println);
/// ```
public final class WavFile {

    private WavFile() {}

    /// Reads a file.
    ///
    /// A file that ends early, or whose writer never filled in its length, is read as far as it
    /// goes.
    ///
    /// @throws IOException naming the file and the cause: missing, no WAV file, an encoding that
    ///     the engine does not read, no samples
    public static Recording read(Path file) throws IOException {
        String name = file.toString();
        if (Files.isDirectory(file)) {
            throw Mismatch.of(name, "a WAV file", "a folder");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, name);
        } catch (NoSuchFileException e) {
            throw causedBy(e, name + ": no such file");
        } catch (AccessDeniedException e) {
            throw causedBy(e, name + ": no permission to read it");
        }
    }

    /// Reads a WAV file from where `in` stands to the end of its samples; leaves `in` open.
    ///
    /// @param name what errors and warnings call it
    /// @throws IOException as [#read(Path)]
    public static Recording read(InputStream in, String name) throws IOException {
        return stream(in, name).readAll(SampleList.most());
    }

    /// Begins to read a WAV file that may still be growing: waits for its header only.
    ///
    /// @param name what errors and warnings call it
    /// @throws IOException when this is no WAV file, or none that the engine reads
    public static SoundStream stream(InputStream in, String name) throws IOException {
        return begin(new PushbackInputStream(new NamedInput(in, name), WavChunks.PUSHBACK), name);
    }

    /// Reads up to the first sample.
    ///
    /// @param in with room to push [WavChunks#PUSHBACK] bytes back
    static SoundStream begin(PushbackInputStream in, String name) throws IOException {
        return new SoundStream(in, name, WavHeader.read(in, name));
    }

    /// Writes 16-bit PCM, mono, 16 kHz; samples outside [-1, 1] are clipped.
    ///
    /// The file appears whole or not at all: it is written under another name beside its place.
    ///
    /// @throws IOException when it cannot be written; an existing file is then left as it was
    public static void write(Path file, Pcm pcm) throws IOException {
        WavWriter.write(file, pcm);
    }

    private static IOException causedBy(IOException cause, String message) {
        return new IOException(message, cause);
    }
}
