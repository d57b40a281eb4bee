package dev.sayso.engine;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Decides whether the text so far conditions the next stretch, and whether that did harm.
///
/// A model given past text sometimes stops at once or says the past text again. Both are
/// recognised; the stretch is then decoded once more without. If that really gives more, it counts
/// as a strike, and after two the run goes on without past text. (Slow speech looks like stopping
/// too early, but then the second try finds no more, and nothing is given up.)
final class PastTextGuard {

    private static final int STRIKES = 2;

    /// Characters of past text given at most: it helps by its last sentences, and costs by all.
    private static final int LONGEST = 600;

    /// Shorter stretches may well hold few words.
    private static final double SHORT_SECONDS = 8;

    /// Slow speech still has this many text tokens a second.
    private static final double TOKENS_PER_SECOND = 1.75;

    private static final int FEWEST_TOKENS = 12;

    /// Shorter texts are repeated by people, too.
    private static final int REPEATED_BYTES = 48;

    private final boolean wanted;
    private int strikes;

    PastTextGuard(PastText pastText) {
        // a run over a whole recording is not streaming, so AUTO means no
        this.wanted = pastText == PastText.YES;
    }

    /// What to give the model of the text so far; null for nothing.
    @Nullable String past(String soFar) {
        if (!wanted || strikes >= STRIKES || soFar.isEmpty()) {
            return null;
        }
        if (soFar.length() <= LONGEST) {
            return soFar;
        }
        int from = soFar.length() - LONGEST;
        int space = soFar.indexOf(' ', from);
        if (space >= 0 && space < soFar.length() - LONGEST / 2) {
            return soFar.substring(space + 1);
        }
        // a script without spaces: cut between two characters
        boolean inside = Character.isLowSurrogate(soFar.charAt(from));
        return soFar.substring(inside ? from + 1 : from);
    }

    /// Whether what was heard with past text looks like harm done by it.
    boolean suspects(Heard heard, double seconds, String soFar) {
        String text = heard.text();
        if (text.isEmpty()) {
            return true;
        }
        double fewest = Math.max(FEWEST_TOKENS, TOKENS_PER_SECOND * seconds);
        if (seconds >= SHORT_SECONDS && heard.textTokens() < fewest) {
            return true;
        }
        return text.getBytes(StandardCharsets.UTF_8).length >= REPEATED_BYTES
                && soFar.contains(text);
    }

    /// Chooses between the outcome with past text and the one without.
    Heard choose(Heard with, Heard without, String soFar) {
        boolean repeated = !with.text().isEmpty() && soFar.contains(with.text());
        if (repeated || without.text().length() > with.text().length()) {
            strikes++;
            return without;
        }
        return with;
    }
}
