package dev.sayso.engine.audio;

import dev.sayso.engine.audio.SpeechDetector.Settings;
import java.util.ArrayList;
import java.util.List;

/// Runs a detector and collects its segments.
final class Segments implements SpeechDetector.Listener {

    private final SpeechDetector detector;
    private final List<Span> found = new ArrayList<>();
    private long started = -1;
    private boolean finished;

    Segments(Settings settings) {
        detector = new SpeechDetector(settings, this);
    }

    static List<Span> of(float[] samples) {
        return of(samples, Settings.defaults());
    }

    static List<Span> of(float[] samples, Settings settings) {
        Segments segments = new Segments(settings);
        segments.accept(samples, 1600);
        return segments.finish();
    }

    SpeechDetector detector() {
        return detector;
    }

    void accept(float[] samples, int block) {
        for (int from = 0; from < samples.length; from += block) {
            detector.accept(samples, from, Math.min(block, samples.length - from));
        }
    }

    /// Ends the sound, unless that was done before.
    List<Span> finish() {
        if (!finished) {
            finished = true;
            detector.finish();
        }
        return List.copyOf(found);
    }

    @Override
    public void speechStarted(long sample) {
        if (started >= 0) {
            throw new AssertionError("a segment started within a segment");
        }
        started = sample;
    }

    @Override
    public void speechEnded(long sample) {
        if (started < 0) {
            throw new AssertionError("a segment ended that had not started");
        }
        found.add(new Span((int) started, (int) sample));
        started = -1;
    }
}
