package dev.sayso.engine;

import dev.sayso.engine.audio.Pcm;
import java.time.Duration;
import java.util.EnumMap;

/// Adds up what a run costs, stage by stage.
final class Costs {

    /// A part of the pipeline.
    enum Stage {
        MEL,
        ENCODER,
        PREFILL,
        DECODE
    }

    private final long started = System.nanoTime();
    private final EnumMap<Stage, Duration> spent = new EnumMap<>(Stage.class);
    private long since;
    private int audioTokens;
    private int promptTokens;
    private int newTokens;

    /// The next stage begins now.
    void begin() {
        since = System.nanoTime();
    }

    /// A stage ends now, and the next begins.
    void end(Stage stage) {
        long now = System.nanoTime();
        spent.merge(stage, Duration.ofNanos(now - since), Duration::plus);
        since = now;
    }

    void addPrompt(int tokens, int ofAudio) {
        promptTokens += tokens;
        audioTokens += ofAudio;
    }

    void addNewTokens(int count) {
        newTokens += count;
    }

    Transcript.Timings timings(Pcm audio) {
        return new Transcript.Timings(
                audio.duration(),
                time(Stage.MEL),
                time(Stage.ENCODER),
                time(Stage.PREFILL),
                time(Stage.DECODE),
                audioTokens,
                promptTokens,
                newTokens,
                Duration.ofNanos(System.nanoTime() - started));
    }

    private Duration time(Stage stage) {
        return spent.getOrDefault(stage, Duration.ZERO);
    }
}
