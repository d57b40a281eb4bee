package dev.sayso.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a caller knows and wants of one recording.
///
/// @param language the language spoken; null: the model finds out
/// @param context words likely to occur, or any text that helps; empty for none
/// @param stretch recordings longer than this (plus `search`) are cut at quiet places into
///     stretches of about this length, each decoded on its own; zero: as few as the model can take
/// @param search how far from its target a cut may be to find a quiet place; at most half of
///     `stretch` is used
/// @param pastText whether earlier stretches' text conditions later ones
/// @param skipSilence whether long silences are cut out before anything else
public record Hints(
        @Nullable Language language,
        String context,
        Duration stretch,
        Duration search,
        PastText pastText,
        boolean skipSilence) {

    private static final Hints NONE =
            new Hints(null, "", Duration.ZERO, Duration.ofSeconds(3), PastText.AUTO, false);

    /// @throws IllegalArgumentException for negative lengths
    public Hints {
        if (stretch.isNegative() || search.isNegative()) {
            throw new IllegalArgumentException("stretch " + stretch + ", search " + search);
        }
    }

    /// Nothing is known: language found out, no context, no cutting.
    public static Hints none() {
        return NONE;
    }

    public Hints withLanguage(@Nullable Language wanted) {
        return new Hints(wanted, context, stretch, search, pastText, skipSilence);
    }

    public Hints withContext(String wanted) {
        return new Hints(language, wanted, stretch, search, pastText, skipSilence);
    }

    public Hints withStretch(Duration wanted) {
        return new Hints(language, context, wanted, search, pastText, skipSilence);
    }

    public Hints withSearch(Duration wanted) {
        return new Hints(language, context, stretch, wanted, pastText, skipSilence);
    }

    public Hints withPastText(PastText wanted) {
        return new Hints(language, context, stretch, search, wanted, skipSilence);
    }

    public Hints withSkipSilence(boolean wanted) {
        return new Hints(language, context, stretch, search, pastText, wanted);
    }
}
