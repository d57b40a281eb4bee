package dev.sayso.engine.audio;

/// How far a frame rises above the noise, and in how many bands.
///
/// In each band the generalised likelihood ratio of "something besides noise" (Sohn, Kim and Sung
/// 1999), `γ - 1 - ln γ` for a power of `γ` times the floor, up to a limit: a tone, however loud,
/// fills few bands. The mean over the bands, as a part of the limit, is the activity, 0 to 1.
final class BandActivity {

    /// Frames on each side over which the power is smoothed.
    private static final int REACH = 2;

    /// Of the ratio, in one band: 7 dB above the floor.
    private static final float LIMIT = 3;

    /// what is 37 dB below the loudest is the room that still sounds.
    private static final float DEPTH = 2e-4f;

    /// The loudest is forgotten by 12 dB a second.
    private static final float FORGETTING = (float) StrictMath.pow(10, -0.012);

    private final FrameHistory history;
    private final float[] smoothed = new float[SpeechBands.COUNT];
    private float loudest;

    BandActivity(FrameHistory history) {
        this.history = history;
    }

    /// The activity of a frame; to be called for one frame after the other.
    ///
    /// @param floor noise power of each band
    float of(long frame, float[] floor) {
        float power = SpeechBands.total(history.bands(frame));
        loudest = Math.max(loudest * FORGETTING, power);
        if (power < loudest * DEPTH) {
            return 0;
        }
        history.smoothBands(frame, REACH, smoothed);
        float sum = 0;
        for (int b = 0; b < SpeechBands.COUNT; b++) {
            float ratio = smoothed[b] / floor[b];
            if (ratio > 1) {
                sum += Math.min(LIMIT, ratio - 1 - (float) Math.log(ratio));
            }
        }
        return sum / (SpeechBands.COUNT * LIMIT);
    }
}
