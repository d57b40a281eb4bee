package dev.sayso.engine.audio;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;

/// Sound of either kind from a pipe: a WAV file, or else raw s16le samples of 16 kHz, mono.
public final class SoundInput {

    private static final int PEEK = 4;

    private SoundInput() {}

    /// Reads to the end; leaves `in` open.
    ///
    /// @param name what errors and warnings call it
    /// @throws IOException as [WavFile#read(InputStream, String)]
    public static Recording read(InputStream in, String name) throws IOException {
        return stream(in, name).readAll(SampleList.most());
    }

    /// The samples as they arrive; waits for a WAV file's header, or for two raw samples.
    ///
    /// @param name what errors and warnings call it
    /// @throws IOException as [WavFile#stream], or when the bytes are those of another kind of
    ///     file, which as samples would be noise
    public static SoundStream stream(InputStream in, String name) throws IOException {
        var pushback = new PushbackInputStream(new NamedInput(in, name), WavChunks.PUSHBACK);
        byte[] start = new byte[PEEK];
        int got = pushback.readNBytes(start, 0, PEEK);
        pushback.unread(start, 0, got);
        if (got == PEEK && WavChunks.announcedBy(start)) {
            return WavFile.begin(pushback, name);
        }
        String other = otherKind(new String(start, StandardCharsets.ISO_8859_1));
        if (!other.isEmpty()) {
            throw Mismatch.of(name, "a WAV file or raw samples", other);
        }
        return RawPcm.begin(pushback, name);
    }

    private static String otherKind(String start) {
        return switch (start) {
            case "fLaC" -> "a FLAC file";
            case "OggS" -> "an Ogg file";
            case "FORM" -> "an AIFF file";
            case "RIFX" -> "a big-endian RIFX file";
            case "caff" -> "a Core Audio file";
            case "\u001aE\u00df\u00a3" -> "a Matroska or WebM file";
            default -> start.startsWith("ID3") ? "an MP3 file" : "";
        };
    }
}
