package dev.sayso.app.playback;

import dev.sayso.engine.audio.Pcm;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.SourceDataLine;

/// A line of the system, in a whole multiple of our rate.
final class DeviceLine implements PlaybackLine {

    private final SourceDataLine line;
    private final Oversampling oversampling;
    private final int channels;
    private final int frameBytes;

    /// @param line open, 16 bits little-endian
    DeviceLine(SourceDataLine line) {
        this.line = line;
        AudioFormat format = line.getFormat();
        this.oversampling = new Oversampling((int) format.getSampleRate() / Pcm.RATE);
        this.channels = format.getChannels();
        this.frameBytes = format.getFrameSize();
    }

    @Override
    public int room() {
        return line.available() / frameBytes / oversampling.factor();
    }

    @Override
    public void write(Pcm sound, int from, int count) {
        byte[] bytes = new byte[count * oversampling.factor() * frameBytes];
        int at = 0;
        for (int i = from; i < from + count; i++) {
            for (int phase = 0; phase < oversampling.factor(); phase++) {
                int value = quantised(oversampling.at(sound, i, phase));
                for (int channel = 0; channel < channels; channel++) {
                    bytes[at++] = (byte) value;
                    bytes[at++] = (byte) (value >> 8);
                }
            }
        }
        line.write(bytes, 0, bytes.length);
    }

    private static int quantised(float sample) {
        return Math.round(Math.clamp(sample, -1f, 1f) * Short.MAX_VALUE);
    }

    @Override
    public long heard() {
        return line.getLongFramePosition() / oversampling.factor();
    }

    @Override
    public void start() {
        line.start();
    }

    @Override
    public void stop() {
        line.stop();
        line.flush();
    }

    @Override
    public void close() {
        line.stop();
        line.close();
    }
}
