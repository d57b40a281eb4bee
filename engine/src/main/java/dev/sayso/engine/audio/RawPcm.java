package dev.sayso.engine.audio;

import java.io.IOException;
import java.io.InputStream;

/// Samples without a header: signed 16 bits, little-endian, 16 kHz, mono.
public final class RawPcm {

    private static final SampleFormat FORMAT = new SampleFormat(SampleKind.S16, 1, Pcm.RATE);

    private RawPcm() {}

    /// Reads to the end; leaves `in` open.
    ///
    /// @param name what errors and warnings call it
    /// @throws IOException when reading fails or there is nothing
    public static Recording read(InputStream in, String name) throws IOException {
        return stream(in, name).readAll(SampleList.most());
    }

    /// The samples as they arrive.
    ///
    /// @param name what errors and warnings call it
    public static SoundStream stream(InputStream in, String name) {
        return begin(new NamedInput(in, name), name);
    }

    /// Samples of a device as they arrive: signed 16 bits, little-endian, channels interleaved.
    ///
    /// @param name what errors and warnings call it
    /// @param rate samples a second
    /// @throws IllegalArgumentException for a rate not in 1…768,000, or channels not in 1…64
    public static SoundStream stream(InputStream in, String name, int rate, int channels) {
        if (rate < 1 || rate > Resampler.HIGHEST_RATE || channels < 1 || channels > 64) {
            throw new IllegalArgumentException(rate + " Hz, " + channels + " channels");
        }
        SampleFormat format = new SampleFormat(SampleKind.S16, channels, rate);
        return new SoundStream(
                new NamedInput(in, name), name, new WavHeader(format, WavHeader.UNKNOWN));
    }

    static SoundStream begin(InputStream in, String name) {
        return new SoundStream(in, name, new WavHeader(FORMAT, WavHeader.UNKNOWN));
    }
}
