package dev.sayso.app.microphone;

import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.audio.RawPcm;
import dev.sayso.engine.audio.SoundStream;
import java.io.IOException;
import java.time.Duration;
import javax.sound.sampled.AudioFormat;

/// A microphone on a line of the system, brought to 16 kHz by us: few devices have that rate, and
/// what the system makes of theirs is not always good.
final class LineMicrophone implements Microphone {

    /// Sound that may wait for the recognition.
    private static final int MOST_WAITING_SECONDS = 600;

    /// Pieces of 20 ms.
    private static final int PIECES_PER_SECOND = 50;

    private final CapturedBytes bytes;
    private final SoundStream sound;
    private final int bytesPerSecond;

    private LineMicrophone(CapturedBytes bytes, String name, int rate, int channels) {
        this.bytes = bytes;
        this.sound = RawPcm.stream(bytes, name, rate, channels);
        this.bytesPerSecond = 2 * rate * channels;
    }

    /// @param format of the line's samples: 16 bits, little-endian
    static LineMicrophone of(Line line, String name, AudioFormat format) {
        int rate = (int) format.getSampleRate();
        int frame = 2 * format.getChannels();
        CapturedBytes bytes =
                new CapturedBytes(
                        line,
                        name,
                        rate / PIECES_PER_SECOND * frame,
                        rate * frame * MOST_WAITING_SECONDS);
        bytes.start();
        return new LineMicrophone(bytes, name, rate, format.getChannels());
    }

    /// Nobody listens for now; of what is heard, only the newest is kept.
    void idle(Duration kept) {
        bytes.idle((int) (kept.toMillis() * bytesPerSecond / 1000));
    }

    /// Somebody listens again, from what was kept on.
    void attend() {
        bytes.attend();
    }

    /// Whether the device has not gone.
    boolean isAlive() {
        return bytes.isAlive();
    }

    @Override
    public int read(float[] into, int offset, int length) throws IOException {
        return sound.read(into, offset, length);
    }

    @Override
    public int available() {
        return (int) ((long) bytes.available() * Pcm.RATE / bytesPerSecond);
    }

    /// Stops listening. What was heard until now can still be read, then comes the end.
    @Override
    public void close() {
        bytes.close();
    }
}
