package dev.sayso.app.microphone;

import dev.sayso.engine.audio.Pcm;
import java.util.function.Consumer;

/// Measures samples as they come; for one thread.
public final class LevelMeter {

    /// Samples for one level.
    public static final int WINDOW = Pcm.RATE / 30;

    /// Half a step of 16 bits: below it there is nothing.
    private static final float NOTHING = 0.5f / 32768;

    private static final float FULL = 0.99f;

    /// At the start a second without any noise means that the microphone is off.
    private static final int MUTED_AT_START = Pcm.RATE - WINDOW;

    /// Later some devices give true silence between words, so it takes longer.
    private static final int MUTED_LATER = 3 * Pcm.RATE;

    private static final int CLIPPING_SHOWN = Pcm.RATE * 3 / 2;

    private final Consumer<InputLevel> listener;
    private float peak;
    private double squares;
    private int count;
    private int nothing;
    private int sinceFull = CLIPPING_SHOWN;
    private boolean heard;

    /// @param listener told of each level, by [#accept]
    public LevelMeter(Consumer<InputLevel> listener) {
        this.listener = listener;
    }

    /// Measures 16 kHz samples.
    public void accept(float[] samples, int length) {
        for (int i = 0; i < length; i++) {
            float size = Math.abs(samples[i]);
            peak = Math.max(peak, size);
            squares += (double) size * size;
            if (++count == WINDOW) {
                tell();
            }
        }
    }

    private void tell() {
        sinceFull = peak >= FULL ? 0 : Math.min(sinceFull + WINDOW, CLIPPING_SHOWN);
        nothing = peak < NOTHING ? nothing + WINDOW : 0;
        heard |= nothing == 0;
        InputLevel level =
                new InputLevel(
                        Math.min(1, peak),
                        (float) Math.min(1, Math.sqrt(squares / WINDOW)),
                        sinceFull < CLIPPING_SHOWN,
                        nothing >= (heard ? MUTED_LATER : MUTED_AT_START));
        peak = 0;
        squares = 0;
        count = 0;
        listener.accept(level);
    }
}
