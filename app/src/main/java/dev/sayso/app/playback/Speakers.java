package dev.sayso.app.playback;

import dev.sayso.engine.audio.Pcm;
import java.io.IOException;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/// The system's choice of where sound goes, asked for anew each time it is opened.
public final class Speakers implements PlaybackDevice {

    /// Most devices take 16 kHz, those which do not take three times as much.
    private static final List<AudioFormat> FORMATS =
            List.of(format(1, 1), format(1, 2), format(3, 2), format(3, 1));

    /// Heard this much later, and lost when the program stands still for longer.
    private static final double BUFFER_SECONDS = 0.2;

    private static AudioFormat format(int factor, int channels) {
        return new AudioFormat((float) factor * Pcm.RATE, 16, channels, true, false);
    }

    @Override
    public PlaybackLine open() throws IOException {
        String reason = "no device plays 16 or 48 kHz";
        for (AudioFormat format : FORMATS) {
            try {
                DataLine.Info wanted = new DataLine.Info(SourceDataLine.class, format);
                SourceDataLine line = (SourceDataLine) AudioSystem.getLine(wanted);
                int frames = (int) (BUFFER_SECONDS * format.getFrameRate());
                line.open(format, frames * format.getFrameSize());
                return new DeviceLine(line);
            } catch (LineUnavailableException | IllegalArgumentException e) {
                reason = String.valueOf(e.getMessage());
            }
        }
        throw new IOException("sound device: " + reason);
    }
}
