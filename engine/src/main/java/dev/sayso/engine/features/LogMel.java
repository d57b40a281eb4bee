package dev.sayso.engine.features;

import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.kernel.Kernels;
import dev.sayso.engine.kernel.Matrix;
import dev.sayso.engine.kernel.Memory;
import dev.sayso.engine.kernel.Panels;
import dev.sayso.engine.kernel.Weight;

/// Pcm to mel spectrogram.
public final class LogMel {

    /// Samples in a frame's window.
    static final int WINDOW = 400;

    /// Samples from one frame to the next.
    static final int HOP = 160;

    private static final int BINS = WINDOW / 2 + 1;

    /// Frames transformed at once: bounds the memory a long recording takes.
    private static final int BATCH = 1024;

    private final Kernels kernels;
    private final int melBins;
    private final float[] hann = new float[WINDOW];
    private final Weight dft;
    private final Weight filters;

    /// @param melBins number of mel filters, from the checkpoint's `config.json`
    /// @param memory gives zeroed memory that lives as long as this
    public LogMel(int melBins, Kernels kernels, Memory memory) {
        this.kernels = kernels;
        this.melBins = melBins;
        for (int i = 0; i < WINDOW; i++) {
            hann[i] = (float) (0.5 - 0.5 * StrictMath.cos(2 * Math.PI * i / WINDOW));
        }
        this.dft = Panels.pack(fourier(), memory);
        this.filters = Panels.pack(MelFilters.make(melBins, BINS, Pcm.RATE), memory);
    }

    /// Cosines of all bins, then sines: `[2 · 201, 400]`.
    private static float[][] fourier() {
        float[] cos = new float[WINDOW];
        float[] sin = new float[WINDOW];
        for (int i = 0; i < WINDOW; i++) {
            double angle = 2 * Math.PI * i / WINDOW;
            cos[i] = (float) StrictMath.cos(angle);
            sin[i] = (float) StrictMath.sin(angle);
        }
        float[][] rows = new float[2 * BINS][WINDOW];
        for (int k = 0; k < BINS; k++) {
            for (int i = 0; i < WINDOW; i++) {
                rows[k][i] = cos[k * i % WINDOW];
                rows[BINS + k][i] = sin[k * i % WINDOW];
            }
        }
        return rows;
    }

    /// The spectrogram of a sound of at least [#HOP] samples.
    ///
    /// @throws IllegalArgumentException when the sound is shorter than a frame's hop
    /// @throws InterruptedException when the calling thread is interrupted
    public MelSpectrogram extract(Pcm audio) throws InterruptedException {
        int frames = audio.length() / HOP;
        if (frames == 0) {
            throw new IllegalArgumentException(audio.length() + " samples are less than a frame");
        }
        Matrix mel = new Matrix(frames, melBins);
        for (int first = 0; first < frames; first += BATCH) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            logarithms(audio, first, Math.min(BATCH, frames - first), mel, first);
        }
        normalise(mel);
        return new MelSpectrogram(mel);
    }

    /// The logarithms of some frames' mel power, without regard to how loud the rest is.
    ///
    /// @param first the first frame
    /// @param mel gets the rows, from `row` on
    void logarithms(Pcm audio, int first, int count, Matrix mel, int row) {
        Matrix spectrum = new Matrix(count, 2 * BINS);
        kernels.linear(windows(audio, first, count), dft, null, spectrum);
        Matrix part = new Matrix(count, melBins);
        kernels.linear(power(spectrum), filters, null, part);
        logarithms(part, mel.data(), row * melBins);
    }

    // Each loop is a method of its own: the compiler is done with it sooner, and what it needs for
    // the encoder does not wait behind it.

    private Matrix windows(Pcm audio, int first, int count) {
        Matrix windows = new Matrix(count, WINDOW);
        for (int frame = 0; frame < count; frame++) {
            int start = (first + frame) * HOP - WINDOW / 2;
            for (int i = 0; i < WINDOW; i++) {
                windows.data()[frame * WINDOW + i] = reflected(audio, start + i) * hann[i];
            }
        }
        return windows;
    }

    private static Matrix power(Matrix spectrum) {
        Matrix power = new Matrix(spectrum.rows(), BINS);
        for (int frame = 0; frame < spectrum.rows(); frame++) {
            for (int k = 0; k < BINS; k++) {
                float re = spectrum.at(frame, k);
                float im = spectrum.at(frame, BINS + k);
                power.data()[frame * BINS + k] = re * re + im * im;
            }
        }
        return power;
    }

    private static void logarithms(Matrix power, float[] into, int at) {
        float[] values = power.data();
        for (int i = 0; i < values.length; i++) {
            into[at + i] = (float) StrictMath.log10(Math.max(values[i], 1e-10f));
        }
    }

    /// Number of mel filters.
    int melBins() {
        return melBins;
    }

    /// The sample at an index that may lie up to 200 outside: mirrored without repeating the edge,
    /// zero where the sound is too short for that.
    private static float reflected(Pcm audio, int index) {
        int i = Math.abs(index);
        int last = audio.length() - 1;
        if (i > last) {
            i = 2 * last - i;
        }
        return i < 0 ? 0 : audio.at(i);
    }

    /// Raises what is far below the loudest of all values, and scales; in place.
    static void normalise(Matrix logarithms) {
        float[] mel = logarithms.data();
        float loudest = Float.NEGATIVE_INFINITY;
        for (float value : mel) {
            loudest = Math.max(loudest, value);
        }
        float floor = loudest - 8;
        for (int i = 0; i < mel.length; i++) {
            mel[i] = (Math.max(mel[i], floor) + 4) / 4;
        }
    }
}
