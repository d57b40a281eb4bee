package dev.sayso.engine.audio;

import java.time.Duration;
import java.util.Objects;

/// Finds where somebody speaks, while the sound arrives.
///
/// A segment starts with a voice and ends when there has been none for [Settings#pause()]. Silence,
/// noise, hum, knocks and tones start none, music seldom does. Whispering is not found: it has no
/// voice.
///
/// The decisions do not depend on the size of the blocks, and the memory does not grow. A segment
/// is reported some 0.3 s after it has started and 0.14 s after the pause has lasted; at the very
/// beginning of a sound up to 0.5 s later, since nothing is known of the noise then. For one
/// thread.
///
/// How it works is said where it is done: [FrameAnalysis] looks at frames of 10 ms against a
/// [NoiseFloor], [Endpointer] makes segments of them, and [VoiceEvidence] decides whether it is a
/// voice. `engine/ENDPOINTING.md` says how well.
public final class SpeechDetector {

    /// Is told of segments, in order, by [#accept] and [#finish].
    public interface Listener {

        /// Somebody has begun to speak.
        ///
        /// @param sample the first sample of the segment, counted at 16 kHz from the beginning of
        ///     the sound; not before the end of the segment before
        void speechStarted(long sample);

        /// The one who spoke has paused, or the sound has ended.
        ///
        /// @param sample the sample after the last one of the segment
        void speechEnded(long sample);
    }

    /// What counts as a segment.
    ///
    /// @param pause how long nobody speaks before a segment ends; 0.1 to 10 s
    /// @param shortestSpeech what is shorter is no segment, without padding; 0 to 2 s. What lasts
    ///     less than about 0.1 s is never taken for a voice
    /// @param before how much longer a segment is than what was found, at its start; 0 to 1 s
    /// @param after the same at its end; 0 to 1 s, and not more than the pause
    /// @param sensitivity how little must speak for a voice, 0 to 1: at 0 even quiet music opens no
    ///     segment, at 1 a faint voice does
    public record Settings(
            Duration pause,
            Duration shortestSpeech,
            Duration before,
            Duration after,
            double sensitivity) {

        private static final Settings DEFAULTS =
                new Settings(
                        Duration.ofMillis(800),
                        Duration.ofMillis(150),
                        Duration.ofMillis(60),
                        Duration.ofMillis(120),
                        0.5);

        /// @throws IllegalArgumentException when a value is out of its range
        public Settings {
            check("pause", pause, Duration.ofMillis(100), Duration.ofSeconds(10));
            check("shortest speech", shortestSpeech, Duration.ZERO, Duration.ofSeconds(2));
            check("padding before", before, Duration.ZERO, Duration.ofSeconds(1));
            check("padding after", after, Duration.ZERO, Duration.ofSeconds(1));
            if (after.compareTo(pause) > 0) {
                throw new IllegalArgumentException(
                        "padding after of " + after + " is longer than the pause of " + pause);
            }
            if (!(sensitivity >= 0 && sensitivity <= 1)) {
                throw new IllegalArgumentException("sensitivity " + sensitivity + ", not 0 to 1");
            }
        }

        private static void check(String name, Duration value, Duration least, Duration most) {
            if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
                throw new IllegalArgumentException(
                        name + " of " + value + ", not " + least + " to " + most);
            }
        }

        /// A pause of 0.8 s, speech of 0.15 s, padding of 60 and 120 ms, a sensitivity of 0.5.
        public static Settings defaults() {
            return DEFAULTS;
        }

        public Settings withPause(Duration wanted) {
            return new Settings(wanted, shortestSpeech, before, after, sensitivity);
        }

        public Settings withShortestSpeech(Duration wanted) {
            return new Settings(pause, wanted, before, after, sensitivity);
        }

        public Settings withPadding(Duration wantedBefore, Duration wantedAfter) {
            return new Settings(pause, shortestSpeech, wantedBefore, wantedAfter, sensitivity);
        }

        public Settings withSensitivity(double wanted) {
            return new Settings(pause, shortestSpeech, before, after, wanted);
        }
    }

    private final FrameAnalysis analysis;
    private final Endpointer endpointer;
    private long heard;
    private boolean finished;

    public SpeechDetector(Settings settings, Listener listener) {
        endpointer = new Endpointer(settings, listener);
        analysis = new FrameAnalysis(endpointer);
    }

    /// Takes in what was recorded next.
    ///
    /// @param samples mono at 16 kHz, nominally within [-1, 1]
    /// @param from the first of them
    /// @param count how many
    /// @throws IndexOutOfBoundsException when they are not all there
    /// @throws IllegalStateException after [#finish()]
    public void accept(float[] samples, int from, int count) {
        Objects.checkFromIndexSize(from, count, samples.length);
        checkNotFinished();
        heard += count;
        analysis.accept(samples, from, count);
    }

    /// Whether a segment has started and not ended, as far as is known.
    public boolean inSpeech() {
        return endpointer.inSpeech();
    }

    /// Decides on what was heard last, and ends the segment that is open.
    ///
    /// @throws IllegalStateException when called twice
    public void finish() {
        checkNotFinished();
        finished = true;
        analysis.finish();
        endpointer.finish(heard);
    }

    private void checkNotFinished() {
        if (finished) {
            throw new IllegalStateException("the sound has ended");
        }
    }
}
