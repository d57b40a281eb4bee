package dev.sayso.engine;

import dev.sayso.engine.audio.CompactedSound;
import dev.sayso.engine.audio.Loudness;
import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.audio.QuietPlaces;
import dev.sayso.engine.audio.SilenceCompaction;
import dev.sayso.engine.audio.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Cuts a recording into stretches.
final class LongAudio {

    /// How far from its target a cut may be where only the model's limit asks for it; as in the
    /// official package.
    private static final Duration WIDE_SEARCH = Duration.ofSeconds(5);

    private LongAudio() {}

    /// The stretches of a recording, in order. They are all of it, less the silence that was to be
    /// skipped; their times are those of the recording as it was given.
    ///
    /// @param longest what the model can take at once
    static List<Stretch> cut(Pcm audio, Hints hints, Duration longest) {
        if (audio.length() == 0) {
            return List.of();
        }
        Pcm tame = Loudness.tame(audio);
        CompactedSound sound =
                hints.skipSilence()
                        ? SilenceCompaction.of(tame)
                        : new CompactedSound(tame, List.of(new Span(0, tame.length())));
        List<Stretch> stretches = new ArrayList<>();
        for (Span span : spans(sound.pcm(), hints, longest)) {
            stretches.add(
                    new Stretch(
                            span.of(sound.pcm()),
                            sound.begins(span.begins()),
                            sound.ends(span.ends())));
        }
        return stretches;
    }

    private static List<Span> spans(Pcm sound, Hints hints, Duration longest) {
        Duration wanted = hints.stretch();
        // a stretch may end up longer than its target by the search on both of its ends
        Duration most = longest.minus(WIDE_SEARCH.multipliedBy(2));
        if (!wanted.isZero() && wanted.compareTo(most) <= 0) {
            Duration search = min(hints.search(), WIDE_SEARCH);
            return QuietPlaces.split(sound, wanted, search);
        }
        if (sound.duration().compareTo(longest) <= 0) {
            return List.of(new Span(0, sound.length()));
        }
        return QuietPlaces.split(sound, most, WIDE_SEARCH);
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
