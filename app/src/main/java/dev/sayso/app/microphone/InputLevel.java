package dev.sayso.app.microphone;

/// How loud it was for a thirtieth of a second.
///
/// @param peak the largest sample, 0 to 1
/// @param rms the loudness, 0 to 1
/// @param clipping whether samples were at the end of their range, now or a moment ago: too loud
/// @param muted whether there is nothing at all, not even noise, for too long to be a pause
public record InputLevel(float peak, float rms, boolean clipping, boolean muted) {

    /// Before anything was heard.
    public static final InputLevel NONE = new InputLevel(0, 0, false, false);

    private static final double QUIETEST_DB = -54;

    /// The peak as the ear has it: 0 for -54 dB and less, 1 for full scale.
    public double shown() {
        return shown(peak);
    }

    /// The same for any peak.
    public static double shown(float peak) {
        if (peak <= 0) {
            return 0;
        }
        return Math.clamp(1 - 20 * Math.log10(peak) / QUIETEST_DB, 0, 1);
    }
}
