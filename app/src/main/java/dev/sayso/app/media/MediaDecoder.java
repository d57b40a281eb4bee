package dev.sayso.app.media;

import dev.sayso.engine.audio.Recording;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;

/// Reads audio and video files; may be used by several threads.
public final class MediaDecoder {

    private final FfmpegLibrary library;

    /// Loads nothing yet.
    ///
    /// @param cache where the native libraries are unpacked to
    public MediaDecoder(Path cache) {
        this.library = new FfmpegLibrary(cache);
    }

    /// Begins to decode.
    ///
    /// @throws IOException naming the file and the cause, mostly a [MediaException]
    public MediaSound open(Path file) throws IOException {
        check(file);
        if (!Files.isRegularFile(file)) {
            // a pipe cannot be read twice, so nothing is tried first
            return WavSound.open(file);
        }
        boolean named = file.toString().toLowerCase(Locale.ROOT).endsWith(".wav");
        if (!named && !isWav(file)) {
            return FfmpegSound.open(library, file);
        }
        try {
            return WavSound.open(file);
        } catch (IOException e) {
            return otherwise(file, e);
        }
    }

    /// Not every WAV file holds plain samples, and not everything called so is one. If FFmpeg knows
    /// no better, the engine's error counts.
    private MediaSound otherwise(Path file, IOException wav) throws IOException {
        try {
            return FfmpegSound.open(library, file);
        } catch (IOException e) {
            MediaException failure =
                    new MediaException(
                            isWav(file) ? MediaException.Kind.DAMAGED : kindOf(e),
                            String.valueOf(wav.getMessage()),
                            wav);
            failure.addSuppressed(e);
            throw failure;
        }
    }

    private static MediaException.Kind kindOf(IOException failure) {
        return failure instanceof MediaException media ? media.kind() : MediaException.Kind.DAMAGED;
    }

    /// Reads a whole file.
    ///
    /// @param progress told how much was decoded, about every second of sound
    /// @throws IOException as [#open]; also when it holds more than the memory does
    /// @throws InterruptedException when the calling thread is interrupted
    public Recording read(Path file, Consumer<? super MediaProgress> progress)
            throws IOException, InterruptedException {
        try (MediaSound sound = open(file)) {
            return SoundCollector.all(sound, file, progress);
        }
    }

    private static void check(Path file) throws IOException {
        BasicFileAttributes found;
        try {
            found = Files.readAttributes(file, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            throw missing(file);
        } catch (AccessDeniedException e) {
            throw new MediaException(
                    MediaException.Kind.NO_PERMISSION, file + ": no permission to read it", e);
        }
        if (found.isDirectory()) {
            throw new MediaException(
                    MediaException.Kind.FOLDER, file + ": expected a recording, found a folder");
        }
        if (!Files.isReadable(file)) {
            throw new MediaException(
                    MediaException.Kind.NO_PERMISSION, file + ": no permission to read it");
        }
        if (found.isRegularFile() && found.size() == 0) {
            throw new MediaException(
                    MediaException.Kind.EMPTY, file + ": expected sound, found an empty file");
        }
    }

    /// A file that is missing because something on the way to it is no folder says so.
    private static MediaException missing(Path file) {
        String reason = "no such file";
        try {
            Files.newInputStream(file).close();
        } catch (FileSystemException e) {
            reason = e.getReason() == null ? reason : e.getReason().toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            reason = String.valueOf(e.getMessage());
        }
        return new MediaException(MediaException.Kind.MISSING, file + ": " + reason);
    }

    private static boolean isWav(Path file) throws IOException {
        byte[] start = new byte[12];
        try (InputStream in = Files.newInputStream(file)) {
            in.readNBytes(start, 0, start.length);
        }
        String text = new String(start, java.nio.charset.StandardCharsets.ISO_8859_1);
        return Arrays.asList("RIFF", "RF64").contains(text.substring(0, 4))
                && text.endsWith("WAVE");
    }
}
