package dev.sayso.engine.audio;

/// Counts the frames of the last second that only a voice makes.
///
/// These are periodic ones, at least eight in a row, whose tones move. Noise is not periodic, a
/// knock not for so long, and the tones of hum, beeps and music stand still.
final class VoiceEvidence {

    private static final int MEMORY = 100;
    private static final int SHORTEST_RUN = 8;

    /// Tones stand still when their steadiness is at least this.
    private static final float STILL = 0.6f;

    /// The same where a voice has been heard lately: some hardly move.
    private static final float STILL_AFTER_A_VOICE = 0.9f;

    private final float periodic;
    private final int[] counted = new int[MEMORY];
    private int next;
    private int sum;
    private int run;
    private int moving;

    /// @param periodic from what periodicity on a frame counts
    VoiceEvidence(float periodic) {
        this.periodic = periodic;
    }

    /// Takes in the next frame and says how many speak for a voice now.
    ///
    /// @param afterVoice whether a voice has been heard lately
    int accept(float periodicity, float steadiness, boolean afterVoice) {
        int more = 0;
        if (periodicity > periodic) {
            run++;
            moving += steadiness < (afterVoice ? STILL_AFTER_A_VOICE : STILL) ? 1 : 0;
            if (run >= SHORTEST_RUN) {
                more = moving;
                moving = 0;
            }
        } else {
            run = 0;
            moving = 0;
        }
        sum += more - counted[next];
        counted[next] = more;
        next = (next + 1) % MEMORY;
        return sum;
    }
}
