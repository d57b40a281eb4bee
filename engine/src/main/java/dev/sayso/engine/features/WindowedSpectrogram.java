package dev.sayso.engine.features;

import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.kernel.Matrix;

/// The spectrogram of a sound that grows, window by window of the encoder's attention.
///
/// It differs from that of the whole sound ([LogMel#extract]) in two points, so that a window that
/// has been heard to its end is final: values are raised towards the loudest of their *window*; and
/// the last frame of a window does not look beyond it (it mirrors the last 40 samples instead).
/// Both are as in antirez/qwen-asr, which however mirrors at a window's beginning, too.
///
/// Each frame is transformed once, except the last two of a sound that ends there.
public final class WindowedSpectrogram {

    /// Samples that a frame sees on either side of its middle.
    private static final int AHEAD = LogMel.WINDOW / 2;

    private final LogMel logMel;
    private final int windowFrames;
    private final boolean reuse;
    private final Matrix settled;

    private Pcm sound = Pcm.of(new float[0]);

    /// The window whose frames are held, and how many of them never change any more.
    private int held = -1;

    private int settledFrames;
    private long transformed;

    /// @param windowFrames frames of a window
    /// @param reuse whether frames are kept; the outcome is the same
    public WindowedSpectrogram(LogMel logMel, int windowFrames, boolean reuse) {
        this.logMel = logMel;
        this.windowFrames = windowFrames;
        this.reuse = reuse;
        this.settled = new Matrix(windowFrames, logMel.melBins());
    }

    /// Takes the sound as far as it is known.
    ///
    /// @param grown begins as the last one did (it may be shorter), or [#restart] was called
    ///     between
    public void take(Pcm grown) {
        sound = grown;
    }

    /// Frames of the sound.
    public int length() {
        return sound.length() / LogMel.HOP;
    }

    /// Frames transformed so far.
    public long transformed() {
        return transformed;
    }

    /// Forgets the sound.
    public void restart() {
        sound = Pcm.of(new float[0]);
        held = -1;
    }

    /// The frames of one window, which may be unfinished.
    ///
    /// @param window from 0; must have a frame
    public MelSpectrogram window(int window) {
        int first = window * windowFrames;
        int end = Math.min(sound.length(), (first + windowFrames) * LogMel.HOP);
        Pcm upToHere = sound.slice(0, end);
        int count = end / LogMel.HOP - first;
        if (held != window || !reuse) {
            held = window;
            settledFrames = 0;
        }
        // frame f sees the samples around f · 160, mirrored ones included, to this side of + 200
        int unchanging =
                Math.clamp(Math.floorDiv(end - 1 - AHEAD, LogMel.HOP) + 1L - first, 0, count);
        Matrix mel = new Matrix(count, settled.cols());
        int known = Math.min(settledFrames, unchanging);
        System.arraycopy(settled.data(), 0, mel.data(), 0, known * mel.cols());
        if (known < count) {
            logMel.logarithms(upToHere, first + known, count - known, mel, known);
            transformed += count - known;
        }
        if (unchanging > settledFrames) {
            System.arraycopy(mel.data(), 0, settled.data(), 0, unchanging * mel.cols());
            settledFrames = unchanging;
        }
        LogMel.normalise(mel);
        return new MelSpectrogram(mel);
    }
}
