package dev.sayso.app.recordings;

import dev.sayso.engine.audio.Pcm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;

/// A recording that is being made; for one thread.
public final class RecordingFile {

    private static final int BLOCK = 4096;
    private static final long FORCED_EVERY = 5L * Pcm.RATE;

    private final Path path;
    private final Disk disk;
    private final ByteBuffer block = ByteBuffer.allocate(2 * BLOCK).order(ByteOrder.LITTLE_ENDIAN);
    private long samples;
    private long told;
    private long forced;
    private boolean closed;

    RecordingFile(Path path, Disk disk) throws IOException {
        this.path = path;
        this.disk = disk;
        disk.append(WavHeaders.of(0));
    }

    /// Where it is.
    public Path path() {
        return path;
    }

    /// How much sound is in the file.
    public Duration length() {
        return Duration.ofNanos(samples * 1_000_000_000L / Pcm.RATE);
    }

    /// Appends 16 kHz samples; after a second of them at the latest the header says so.
    ///
    /// @throws IOException when the disk does not take them; what it took before stays
    public void write(float[] from, int length) throws IOException {
        for (int at = 0; at < length; at += BLOCK) {
            int end = Math.min(length, at + BLOCK);
            if (2 * (samples + end - at) > WavHeaders.MOST_DATA) {
                throw new IOException(path + ": a recording has 37 hours at most");
            }
            block.clear();
            for (int i = at; i < end; i++) {
                block.putShort(toShort(from[i]));
            }
            disk.append(block.flip());
            samples += end - at;
        }
        if (samples - told >= Pcm.RATE) {
            tell();
        }
        if (samples - forced >= FORCED_EVERY) {
            forced = samples;
            disk.force();
        }
    }

    private static short toShort(float sample) {
        return (short) Math.clamp(Math.round(sample * 32768.0), Short.MIN_VALUE, Short.MAX_VALUE);
    }

    private void tell() throws IOException {
        told = samples;
        disk.patch(WavHeaders.of(2 * samples), 0);
    }

    /// Ends it; the file still counts as unfinished until [RecordingStore#finish].
    ///
    /// @throws IOException when the header cannot be written, which [RecordingStore] can repair
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            tell();
        } finally {
            disk.close();
        }
    }
}
