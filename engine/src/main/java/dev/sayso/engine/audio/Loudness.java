package dev.sayso.engine.audio;

/// Level of a whole recording.
public final class Loudness {

    private Loudness() {}

    /// Brings sound that is louder than full scale down to it; other sound is returned as it is.
    ///
    /// As the official package does: divided by the peak when that is over 1, then clipped to
    /// [-1, 1]. Nothing is ever made louder.
    public static Pcm tame(Pcm pcm) {
        float peak = 0;
        for (int i = 0; i < pcm.length(); i++) {
            peak = Math.max(peak, Math.abs(pcm.at(i)));
        }
        if (peak <= 1) {
            return pcm;
        }
        float[] tamed = new float[pcm.length()];
        for (int i = 0; i < tamed.length; i++) {
            tamed[i] = Math.clamp(pcm.at(i) / peak, -1f, 1f);
        }
        return Pcm.of(tamed);
    }
}
