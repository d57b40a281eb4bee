package dev.sayso.app.replacements;

import dev.sayso.app.settings.Settings.Replacement;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Writes words as the user wants them, one rule after the other, each on what the one before has
/// left.
///
/// A plain rule finds whole words, in any script: `art` is not found in `party`, but `天` is found
/// in `今天`, since that script puts nothing between words. Its spaces stand for any white space. A
/// regular expression finds what it says, and its text may have groups, as `$1`. In both, `\n`
/// stands for a new line. A rule that cannot be read, or that asks for a group it hasn't got,
/// changes nothing.
public final class Replacements {

    private static final String WORD = "[\\p{L}\\p{M}\\p{N}_]";

    private record Rule(Pattern pattern, String to) {
        String in(String text) {
            try {
                return pattern.matcher(text).replaceAll(to);
            } catch (IllegalArgumentException | IndexOutOfBoundsException | StackOverflowError e) {
                // a group it hasn't got, or an expression too deep for this text: rules of the user
                return text;
            }
        }
    }

    private final List<Rule> rules = new ArrayList<>();
    private final List<Replacement> unreadable = new ArrayList<>();

    /// @param wanted in order
    public Replacements(List<Replacement> wanted) {
        for (Replacement replacement : wanted) {
            if (replacement.from().isBlank()) {
                continue;
            }
            try {
                rules.add(rule(replacement));
            } catch (PatternSyntaxException e) {
                unreadable.add(replacement);
            }
        }
    }

    private static Rule rule(Replacement wanted) {
        int flags = wanted.ignoreCase() ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
        if (wanted.regex()) {
            Pattern pattern =
                    Pattern.compile(wanted.from(), flags | Pattern.UNICODE_CHARACTER_CLASS);
            return new Rule(pattern, wanted.to().replace("\\n", "\n"));
        }
        String to = Matcher.quoteReplacement(wanted.to().replace("\\n", "\n"));
        return new Rule(Pattern.compile(wholeWords(wanted.from()), flags), to);
    }

    private static String wholeWords(String from) {
        String words = Normalizer.normalize(from.strip(), Normalizer.Form.NFC);
        StringBuilder pattern = new StringBuilder();
        if (needsBoundary(words.codePointAt(0))) {
            pattern.append("(?<!").append(WORD).append(')');
        }
        String joint = "";
        for (String word : words.split("\\s+", -1)) {
            pattern.append(joint).append(Pattern.quote(word));
            joint = "\\s+";
        }
        if (needsBoundary(words.codePointBefore(words.length()))) {
            pattern.append("(?!").append(WORD).append(')');
        }
        return pattern.toString();
    }

    /// Whether a word that begins or ends with this character has to stand alone.
    private static boolean needsBoundary(int c) {
        boolean inWord =
                Character.isLetterOrDigit(c)
                        || c == '_'
                        || Character.getType(c) == Character.NON_SPACING_MARK
                        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
        return inWord
                && switch (Character.UnicodeScript.of(c)) {
                    case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> false;
                    default -> true;
                };
    }

    /// Rules that are no regular expression, though they say so.
    public List<Replacement> unreadable() {
        return List.copyOf(unreadable);
    }

    /// A text with all rules applied.
    public String in(String text) {
        String result = text;
        for (Rule rule : rules) {
            result = rule.in(result);
        }
        return result;
    }
}
