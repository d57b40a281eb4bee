package dev.sayso.engine.audio;

/// How much a frame repeats itself at the pitch of a voice, 70 to 400 Hz.
///
/// The highest peak of the normalised autocorrelation, corrected for the window (Boersma 1993), up
/// to 1.6 kHz. The autocorrelation is the transform of the power spectrum (Wiener and Khinchin), of
/// which twice the noise floor is taken off first: hum under a voice is no voice. The result is
/// multiplied by the part of the power, in units of the floor, that is left then: what is left of
/// noise are a few single bins, which are very periodic.
final class Periodicity {

    private static final int SHORTEST = Pcm.RATE / 400;
    private static final int LONGEST = Pcm.RATE / 70;
    private static final int BINS = PowerSpectrum.bin(1600);

    /// Frames on each side over which the power is smoothed: noise evens out, a voice stays.
    private static final int REACH = 2;

    private static final float OVERSUBTRACTION = 2;

    private final FrameHistory history;
    private final SpeechBands bands;
    private final RealFft fft = new RealFft(PowerSpectrum.SIZE);

    /// Autocorrelation of the window for each lag, as a part of that at lag 0.
    private final float[] window = new float[LONGEST + 1];

    private final float[] power = new float[BINS];
    private final float[] symmetric = new float[PowerSpectrum.SIZE];
    private final float[] correlation = new float[PowerSpectrum.BINS];
    private final float[] imaginary = new float[PowerSpectrum.BINS];

    Periodicity(FrameHistory history, SpeechBands bands) {
        this.history = history;
        this.bands = bands;
        float[] hann = PowerSpectrum.hann();
        for (int lag = 0; lag <= LONGEST; lag++) {
            float sum = 0;
            for (int i = 0; i + lag < hann.length; i++) {
                sum += hann[i] * hann[i + lag];
            }
            window[lag] = lag == 0 ? sum : sum / window[0];
        }
        window[0] = 1;
    }

    /// The periodicity of a frame, 0 to 1; 0 where nothing rises above the floor.
    ///
    /// @param floor noise power of each band
    float of(long frame, float[] floor) {
        history.smoothPower(frame, REACH, BINS, power);
        float left = 0;
        float all = 0;
        for (int b = 0; b < SpeechBands.COUNT && bands.start(b) < BINS; b++) {
            float noise = OVERSUBTRACTION * floor[b] / (bands.end(b) - bands.start(b));
            for (int k = bands.start(b); k < Math.min(bands.end(b), BINS); k++) {
                float above = Math.max(0, power[k] - noise);
                symmetric[k] = above;
                symmetric[PowerSpectrum.SIZE - k] = above;
                left += above / noise;
                all += power[k] / noise;
            }
        }
        return left == 0 ? 0 : highestPeak() * left / all;
    }

    private float highestPeak() {
        fft.transform(symmetric, correlation, imaginary);
        float highest = 0;
        for (int lag = SHORTEST; lag <= LONGEST; lag++) {
            float value = correlation[lag];
            if (value >= correlation[lag - 1] && value >= correlation[lag + 1]) {
                highest = Math.max(highest, value / window[lag]);
            }
        }
        return Math.min(1, highest / correlation[0]);
    }
}
