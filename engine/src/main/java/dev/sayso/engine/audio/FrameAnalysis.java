package dev.sayso.engine.audio;

/// Sound to what is heard in each frame of 10 ms.
///
/// A frame is judged [#LOOKAHEAD] frames after it was heard, against a noise floor that knows what
/// came in between; the first ones when half a second has been heard, so that a word at the very
/// beginning is not taken for the noise.
final class FrameAnalysis {

    /// Samples from one frame to the next, 10 ms.
    static final int HOP = Pcm.RATE / 100;

    /// Frames heard before one is judged.
    static final int LOOKAHEAD = TonalSteadiness.APART + 2;

    /// Frames heard, from the first sound on, before the first is judged.
    private static final int FIRST_LOOK = 50;

    /// Samples of the first frame's window that lie before the sound.
    private static final int BEFORE = (PowerSpectrum.WINDOW - HOP) / 2;

    /// A mean square below this is no sound: a device that has not started yet, or a muted one.
    /// The last bit of a 16-bit converter is louder.
    private static final float NOTHING = 1e-11f;

    /// Takes what is heard in one frame after the other.
    interface Judge {

        /// @param activity see [BandActivity]
        /// @param periodicity see [Periodicity]
        /// @param steadiness see [TonalSteadiness]
        void judge(float activity, float periodicity, float steadiness);
    }

    private final Judge judge;
    private final FrameHistory history;
    private final NoiseFloor noise = new NoiseFloor();
    private final BandActivity activity;
    private final Periodicity periodicity;
    private final TonalSteadiness steadiness;

    /// Samples from the beginning of the next frame's window on.
    private final float[] window = new float[PowerSpectrum.WINDOW];

    private int held = BEFORE;
    private long judged;
    private long silent;

    FrameAnalysis(Judge judge) {
        this.judge = judge;
        SpeechBands bands = new SpeechBands();
        history = new FrameHistory(bands);
        activity = new BandActivity(history);
        periodicity = new Periodicity(history, bands);
        steadiness = new TonalSteadiness(history, bands);
    }

    /// Takes in samples in blocks of any size; what is not a number is silence.
    void accept(float[] samples, int from, int count) {
        int end = from + count;
        for (int at = from; at < end; at++) {
            float sample = samples[at];
            window[held++] = Float.isFinite(sample) ? sample : 0;
            if (held == window.length) {
                hear();
                System.arraycopy(window, HOP, window, 0, window.length - HOP);
                held -= HOP;
            }
        }
    }

    /// Judges the frames that still wait for later ones, up to the one with the last sample.
    void finish() {
        accept(new float[BEFORE + HOP], 0, BEFORE + HOP);
        while (judged < history.frames()) {
            judgeNext();
        }
    }

    private void hear() {
        history.add(window);
        long frame = history.frames() - 1;
        if (soundsThroughout()) {
            noise.accept(history.bands(frame));
        } else if (noise.frames() == 0) {
            silent++;
        }
        int wait = noise.frames() == 0 ? LOOKAHEAD : FIRST_LOOK;
        if (frame >= silent + wait || noise.frames() == 0) {
            while (judged <= frame - LOOKAHEAD) {
                judgeNext();
            }
        }
    }

    /// Whether there is sound in each quarter of the window: one in which a device starts or stops
    /// says nothing of the noise.
    private boolean soundsThroughout() {
        int quarter = window.length / 4;
        for (int from = 0; from < window.length; from += quarter) {
            float energy = 0;
            for (int i = from; i < from + quarter; i++) {
                energy += window[i] * window[i];
            }
            if (energy < NOTHING * quarter) {
                return false;
            }
        }
        return true;
    }

    private void judgeNext() {
        if (noise.frames() == 0) {
            judge.judge(0, 0, 0);
        } else {
            float[] floor = noise.floor();
            judge.judge(
                    activity.of(judged, floor),
                    periodicity.of(judged, floor),
                    steadiness.of(judged, floor));
        }
        judged++;
    }
}
