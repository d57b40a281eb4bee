package dev.sayso.app.dictation;

import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.audio.SpeechDetector;
import java.time.Duration;

/// Knows when nobody has spoken for long enough to end a dictation. For one thread.
final class SilenceWatch {

    private final long most;
    private final SpeechDetector detector =
            new SpeechDetector(
                    SpeechDetector.Settings.defaults(),
                    new SpeechDetector.Listener() {
                        @Override
                        public void speechStarted(long sample) {
                            speaking = true;
                        }

                        @Override
                        public void speechEnded(long sample) {
                            speaking = false;
                            quietSince = sample;
                        }
                    });
    private boolean speaking;
    private long quietSince;
    private long heard;

    /// @param silence zero: never
    SilenceWatch(Duration silence) {
        this.most = silence.toMillis() * Pcm.RATE / 1000;
    }

    /// Hears 16 kHz samples.
    ///
    /// @return whether the silence has lasted
    boolean accept(float[] samples, int length) {
        if (most == 0) {
            return false;
        }
        detector.accept(samples, 0, length);
        heard += length;
        return !speaking && heard - quietSince >= most;
    }
}
