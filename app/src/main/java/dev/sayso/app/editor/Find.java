package dev.sayso.app.editor;

import dev.sayso.app.transcript.Cue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What is looked for.
///
/// @param query a text, or a pattern as Java writes them
/// @param regex whether it is a pattern
/// @param matchCase whether A and a differ
/// @param wholeWords whether it may not be part of a word
record Find(String query, boolean regex, boolean matchCase, boolean wholeWords) {

    private static final String WORD = "[\\p{L}\\p{M}\\p{N}_]";

    /// The longest a search may take: patterns can be written that would take for ever.
    private static final long STEPS_PER_CHARACTER = 40;

    private static final long LEAST_STEPS = 1_000_000;

    /// Where something was found.
    ///
    /// @param cue its index
    /// @param start first character
    /// @param end last character (exclusive)
    record Match(int cue, int start, int end) {}

    /// What is found cannot be said.
    static final class FindException extends RuntimeException {
        private static final long serialVersionUID = 1;

        FindException(String message) {
            super(message);
        }
    }

    /// A search through these cues.
    ///
    /// @throws FindException for a pattern that is none
    Search in(List<Cue> cues) {
        long characters = 0;
        for (Cue cue : cues) {
            characters += cue.text().length();
        }
        return new Search(
                pattern(), regex, new Budget(LEAST_STEPS + STEPS_PER_CHARACTER * characters));
    }

    private Pattern pattern() {
        int flags = matchCase ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        String core = regex ? "(?:" + query + ")" : Pattern.quote(query);
        String whole = wholeWords ? "(?<!" + WORD + ")" + core + "(?!" + WORD + ")" : core;
        try {
            if (regex) {
                // alone, so that brackets inside cannot close the ones around it
                var _ = Pattern.compile(query, flags);
            }
            return Pattern.compile(whole, flags);
        } catch (PatternSyntaxException e) {
            throw new FindException(e.getDescription());
        }
    }

    /// All places, in order; none for an empty query. Linear in the text.
    ///
    /// @throws FindException for a pattern that is none, or takes too long
    List<Match> all(List<Cue> cues) {
        List<Match> matches = new ArrayList<>();
        if (query.isEmpty()) {
            return matches;
        }
        Search search = in(cues);
        for (int i = 0; i < cues.size(); i++) {
            search.collect(i, cues.get(i).text(), matches);
        }
        return matches;
    }

    /// One run through some texts, which ends when it takes too long.
    static final class Search {

        private final Pattern pattern;
        private final boolean regex;
        private final Budget budget;

        private Search(Pattern pattern, boolean regex, Budget budget) {
            this.pattern = pattern;
            this.regex = regex;
            this.budget = budget;
        }

        void collect(int cue, String text, List<Match> into) {
            Matcher matcher = pattern.matcher(new BudgetedText(text, budget));
            try {
                while (matcher.find()) {
                    if (matcher.end() > matcher.start()) {
                        into.add(new Match(cue, matcher.start(), matcher.end()));
                    }
                }
            } catch (StackOverflowError e) {
                throw new FindException("the pattern is too complicated");
            }
        }

        /// A text with all that is found replaced; `$1` stands for a group of a pattern.
        ///
        /// @throws FindException for a group that is none
        String replace(String text, String replacement) {
            return replace(text, replacement, -1);
        }

        /// A text with one place replaced.
        ///
        /// @param only where the place begins; negative: all places are replaced
        String replace(String text, String replacement, int only) {
            String written = regex ? replacement : Matcher.quoteReplacement(replacement);
            Matcher matcher = pattern.matcher(new BudgetedText(text, budget));
            StringBuilder result = new StringBuilder(text.length());
            try {
                while (matcher.find()) {
                    boolean wanted = only < 0 || matcher.start() == only;
                    if (wanted && matcher.end() > matcher.start()) {
                        matcher.appendReplacement(result, written);
                    }
                }
            } catch (StackOverflowError e) {
                throw new FindException("the pattern is too complicated");
            } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
                throw new FindException(String.valueOf(e.getMessage()));
            }
            return matcher.appendTail(result).toString();
        }
    }

    /// Characters that may still be looked at.
    private static final class Budget {
        private long steps;

        Budget(long steps) {
            this.steps = steps;
        }

        void spend() {
            if (--steps < 0) {
                throw new FindException("the pattern takes too long");
            }
        }
    }

    private record BudgetedText(CharSequence text, Budget budget) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            budget.spend();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
