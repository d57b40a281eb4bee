package dev.sayso.engine;

import dev.sayso.engine.stream.RoundDecoder;
import java.time.Duration;
import java.util.EnumMap;

/// Adds up what a run costs, stage by stage.
final class Costs implements RoundDecoder.Stopwatch {

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
    private int steps;
    private long encoderFlops;
    private long prefillFlops;
    private long stepBytes;

    /// The next stage begins now.
    @Override
    public void begin() {
        since = System.nanoTime();
    }

    /// A stage ends now, and the next begins.
    void end(Stage stage) {
        long now = System.nanoTime();
        spent.merge(stage, Duration.ofNanos(now - since), Duration::plus);
        since = now;
    }

    @Override
    public void encoded() {
        end(Stage.ENCODER);
    }

    @Override
    public void prompted() {
        end(Stage.PREFILL);
    }

    @Override
    public void decoded() {
        end(Stage.DECODE);
    }

    void addEncoder(int tokens, long flops) {
        audioTokens += tokens;
        encoderFlops += flops;
    }

    void addPrompt(int tokens, long flops) {
        promptTokens += tokens;
        prefillFlops += flops;
    }

    /// Steps were made.
    ///
    /// @param bytes what they had to read, all together
    void addSteps(int count, long bytes) {
        steps += count;
        stepBytes += bytes;
    }

    /// A step was made.
    ///
    /// @param bytes what it had to read
    void addStep(long bytes) {
        steps++;
        stepBytes += bytes;
    }

    void addNewTokens(int count) {
        newTokens += count;
    }

    Transcript.Timings timings(Duration audio) {
        return new Transcript.Timings(
                audio,
                time(Stage.MEL),
                time(Stage.ENCODER),
                time(Stage.PREFILL),
                time(Stage.DECODE),
                Duration.ofNanos(System.nanoTime() - started),
                new Transcript.Work(
                        audioTokens,
                        promptTokens,
                        newTokens,
                        steps,
                        encoderFlops,
                        prefillFlops,
                        stepBytes));
    }

    private Duration time(Stage stage) {
        return spent.getOrDefault(stage, Duration.ZERO);
    }
}
