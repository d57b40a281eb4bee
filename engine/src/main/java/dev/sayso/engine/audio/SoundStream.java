package dev.sayso.engine.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Samples out of bytes as they arrive: frames averaged to one channel and brought to 16 kHz.
///
/// Reads return as soon as samples are there, so this serves a live source as well as a file. Holds
/// some kilobytes, whatever the source says about itself. For one thread; closing the bytes' source
/// is the caller's business.
///
/// [Loudness#tame] is not applied: it needs the whole recording.
public final class SoundStream implements AudioSource {

    private static final int BLOCK = 16 * 1024;

    /// 150 dB over full scale is no sound; beyond it the resampler could leave the range of f32.
    private static final double ABSURD = 1e7;

    private final InputStream in;
    private final String name;
    private final SampleFormat format;
    private final long announced;
    private final Resampler resampler;
    private final ByteBuffer bytes;
    private final float[] mono;
    private final List<String> warnings = new ArrayList<>();
    private int pending;
    private long found;
    private long notNumbers;
    private boolean ended;

    SoundStream(InputStream in, String name, WavHeader header) {
        this.in = in;
        this.name = name;
        this.format = header.format();
        this.announced = header.dataBytes();
        this.resampler = Resampler.from(format.rate());
        int frames = Math.max(1, BLOCK / format.frameBytes());
        this.bytes =
                ByteBuffer.allocate(frames * format.frameBytes()).order(ByteOrder.LITTLE_ENDIAN);
        this.mono = new float[frames];
    }

    /// Samples a second of the source.
    public int sampleRate() {
        return format.rate();
    }

    /// Channels of the source.
    public int channels() {
        return format.channels();
    }

    /// What was odd so far, one sentence each that names the source; complete at the end.
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public int read(float[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        int got = resampler.pull(into, offset, length);
        while (got == 0 && length > 0 && !ended) {
            fill();
            got = resampler.pull(into, offset, length);
        }
        return got > 0 || length == 0 ? got : -1;
    }

    /// Reads to the end.
    ///
    /// @param most samples the caller can hold
    /// @throws IOException when the source breaks, holds no samples or more than `most`
    Recording readAll(int most) throws IOException {
        var samples = new SampleList();
        float[] block = new float[BLOCK];
        for (int got = read(block, 0, BLOCK); got >= 0; got = read(block, 0, BLOCK)) {
            if (got > most - samples.length()) {
                throw Mismatch.of(
                        name,
                        "at most " + hours(most) + " hours of sound, which is what fits the memory",
                        "more");
            }
            samples.add(block, got);
        }
        if (samples.length() == 0) {
            throw Mismatch.of(name, "a recording", "one without samples");
        }
        return new Recording(samples.toPcm(), format.rate(), format.channels(), warnings);
    }

    /// One block of bytes into the resampler.
    private void fill() throws IOException {
        int room = bytes.capacity() - pending;
        if (announced != WavHeader.UNKNOWN) {
            room = (int) Math.min(room, announced - found);
        }
        int got = room == 0 ? -1 : in.read(bytes.array(), pending, room);
        if (got < 0) {
            end();
            return;
        }
        found += got;
        int have = pending + got;
        int frames = have / format.frameBytes();
        toMono(frames);
        resampler.push(mono, 0, frames);
        pending = have - frames * format.frameBytes();
        System.arraycopy(bytes.array(), have - pending, bytes.array(), 0, pending);
    }

    private void toMono(int frames) {
        int at = 0;
        for (int i = 0; i < frames; i++) {
            double sum = 0;
            for (int c = 0; c < format.channels(); c++) {
                double sample = format.kind().at(bytes, at);
                at += format.kind().bytes;
                // written so that NaN fails it too
                if (Math.abs(sample) <= ABSURD) {
                    sum += sample;
                } else {
                    notNumbers++;
                }
            }
            mono[i] = (float) (sum / format.channels());
        }
    }

    private void end() {
        ended = true;
        resampler.end();
        if (announced > found) {
            warnings.add(
                    "%s: cut short, it announces %s s of sound and holds %s s"
                            .formatted(name, seconds(announced), seconds(found)));
        } else if (pending > 0) {
            warnings.add(name + ": ends inside a sample, which is left out");
        }
        if (notNumbers > 0) {
            warnings.add(name + ": samples that are no numbers, taken as silence: " + notNumbers);
        }
    }

    private String seconds(long size) {
        double seconds = (double) size / format.frameBytes() / format.rate();
        return String.format(Locale.ROOT, "%.2f", seconds);
    }

    private static String hours(int samples) {
        return String.format(Locale.ROOT, "%.1f", samples / (3600.0 * Pcm.RATE));
    }
}
