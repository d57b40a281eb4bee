package dev.sayso.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was said.
///
/// @param segments one for each stretch that had text, in order of time
/// @param timings what it cost
/// @param warnings what the reader should know, one sentence each: a repetition that was cut, a
///     stretch that reached the limit of tokens; empty when all went well
public record Transcript(List<Segment> segments, Timings timings, List<String> warnings) {

    /// Copies the lists.
    public Transcript {
        segments = List.copyOf(segments);
        warnings = List.copyOf(warnings);
    }

    /// A piece of text and the time of the sound it came from.
    ///
    /// @param text trimmed, not empty
    /// @param start where the stretch of sound begins (not when its first word does)
    /// @param end where it ends
    /// @param language what the model heard, or was told; null when it did not say
    public record Segment(String text, Duration start, Duration end, @Nullable Language language) {}

    /// What a run cost.
    ///
    /// @param audio the length of the sound
    /// @param mel time in the log-mel spectrogram
    /// @param encoder time in the audio encoder
    /// @param prefill time in running the prompt through the decoder
    /// @param decode time in decoding one token after the other
    /// @param total time of the whole run
    /// @param work what was done in that time
    public record Timings(
            Duration audio,
            Duration mel,
            Duration encoder,
            Duration prefill,
            Duration decode,
            Duration total,
            Work work) {

        /// Seconds of sound transcribed in a second of work; 0 when nothing was measured.
        public double timesRealTime() {
            return total.isZero() ? 0 : (double) audio.toNanos() / total.toNanos();
        }
    }

    /// What a run did, for comparing its speed with what a machine can do.
    ///
    /// Operations are those that the model asks for, in matrix products and attention; a
    /// multiply-add counts as two. Bytes are those of the weights as they are packed, and of the
    /// remembered keys and values.
    ///
    /// @param audioTokens rows the encoder gave
    /// @param promptTokens tokens of all prompts, audio tokens included
    /// @param newTokens tokens decoded, stop tokens included
    /// @param steps tokens that were read one by one, each after the one before it
    /// @param encoderFlops floating-point operations of the encoder
    /// @param prefillFlops floating-point operations of the prefill
    /// @param stepBytes bytes that all steps together had to read
    public record Work(
            int audioTokens,
            int promptTokens,
            int newTokens,
            int steps,
            long encoderFlops,
            long prefillFlops,
            long stepBytes) {

        /// Nothing done.
        public static Work none() {
            return new Work(0, 0, 0, 0, 0, 0, 0);
        }
    }

    /// All text: the segments joined, with a space where the script wants one.
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Segment segment : segments) {
            text.append(Joint.between(text, segment.text())).append(segment.text());
        }
        return text.toString();
    }

    /// The language of the first segment that has one.
    public Optional<Language> language() {
        for (Segment segment : segments) {
            if (segment.language() != null) {
                return Optional.of(segment.language());
            }
        }
        return Optional.empty();
    }
}
