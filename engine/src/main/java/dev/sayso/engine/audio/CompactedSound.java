package dev.sayso.engine.audio;

import java.time.Duration;
import java.util.List;

/// What is left of a recording after silence was taken out, and where in it every piece was.
///
/// @param pcm the shortened sound
/// @param kept the pieces of the original that it consists of, in order, apart, none empty;
///     together as long as `pcm`
public record CompactedSound(Pcm pcm, List<Span> kept) {

    public CompactedSound {
        kept = List.copyOf(kept);
    }

    /// When in the original something was that begins at `time` here: at a joint, after the
    /// silence.
    public Duration begins(Duration time) {
        return original(time, false);
    }

    /// When in the original something was that ends at `time` here: at a joint, before the silence.
    public Duration ends(Duration time) {
        return original(time, true);
    }

    private Duration original(Duration time, boolean before) {
        Duration gone = Duration.ZERO;
        Duration end = Duration.ZERO;
        for (Span piece : kept) {
            Duration length = piece.ends().minus(piece.begins());
            Duration into = time.minus(gone);
            int order = into.compareTo(length);
            if (order < 0 || (before && order == 0)) {
                return piece.begins().plus(into);
            }
            gone = gone.plus(length);
            end = piece.ends();
        }
        return end;
    }
}
