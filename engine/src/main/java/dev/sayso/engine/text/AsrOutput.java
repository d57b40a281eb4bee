package dev.sayso.engine.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the model answered: `language English<asr_text>The words.`, taken apart.
///
/// @param language the language's name as the model or the caller gave it, first letter upper case;
///     null when the model named none, or said `None` (as it does for silence)
/// @param text trimmed; empty for silence
/// @param repaired whether a runaway repetition was cut
public record AsrOutput(@Nullable String language, String text, boolean repaired) {

    /// Takes an answer apart as the official package does.
    ///
    /// Runaway repetitions are cut first. With a forced language everything is text. Without
    /// `<asr_text>` everything is text, too.
    ///
    /// @param raw the whole answer, special tokens left out
    /// @param forcedLanguage the language the prompt forced; null for none
    public static AsrOutput parse(String raw, @Nullable String forcedLanguage) {
        String answer = Blank.trim(raw);
        String once = Repetitions.repair(answer);
        boolean repaired = !once.equals(answer);
        if (forcedLanguage != null) {
            return new AsrOutput(forcedLanguage, once, repaired);
        }
        int tag = once.indexOf(Markup.ASR_TEXT);
        if (tag < 0) {
            return new AsrOutput(null, Blank.trim(once), repaired);
        }
        String text = Blank.trim(once.substring(tag + Markup.ASR_TEXT.length()));
        return new AsrOutput(language(once.substring(0, tag)), text, repaired);
    }

    /// The language that a header names; null for none.
    static @Nullable String language(String header) {
        if (header.toLowerCase(Locale.ROOT).contains(Markup.LANGUAGE + "none")) {
            return null;
        }
        // the JDK's line breaks, and those only Python knows
        for (String line : header.split("\\R|[\\x1C-\\x1E]", -1)) {
            String bare = Blank.trim(line);
            if (bare.regionMatches(true, 0, Markup.LANGUAGE, 0, Markup.LANGUAGE.length())) {
                return capitalised(Blank.trim(bare.substring(Markup.LANGUAGE.length())));
            }
        }
        return null;
    }

    private static String capitalised(String name) {
        int second = name.offsetByCodePoints(0, 1);
        return name.substring(0, second).toUpperCase(Locale.ROOT)
                + name.substring(second).toLowerCase(Locale.ROOT);
    }
}
