package dev.sayso.app.subtitles;

import dev.sayso.app.subtitles.Atom.Break;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Says how good a place for a break lies between two atoms.
///
/// The lists hold short common words of the languages most often written, all in one: a cue does
/// not say its language, and a wrong hit costs no more than a slightly worse line.
final class BreakQuality {

    private static final Pattern ENDS_SENTENCE =
            Pattern.compile(".*[.!?…。！？．؟۔।॥][\\p{Pe}\\p{Pf}\"'”’»]*", Pattern.DOTALL);
    private static final Pattern ENDS_CLAUSE =
            Pattern.compile(".*[,;:–—、，；：،؛][\\p{Pe}\\p{Pf}\"'”’»]*", Pattern.DOTALL);

    /// An ordinal, an initial, or letters with dots between them: the sentence goes on.
    private static final Pattern DOTTED = Pattern.compile("(\\d+|\\p{L}|(\\p{L}\\.)+\\p{L})\\.");

    private static final Set<String> ABBREVIATIONS =
            Set.of(
                    "mr.", "mrs.", "ms.", "dr.", "prof.", "st.", "vs.", "no.", "fig.", "jr.",
                    "bzw.", "ca.", "nr.", "usw.", "evtl.", "ggf.", "hr.", "fr.", "str.", "abs.",
                    "mme.", "mlle.", "sr.", "sra.", "sig.");

    /// Conjunctions and prepositions: a line may well begin with one.
    private static final Set<String> BEGINS_PHRASE =
            Set.of(
                    "and", "or", "but", "because", "that", "which", "who", "when", "while", "if",
                    "with", "from", "for", "to", "of", "in", "on", "at", "by", "about", "than",
                    "und", "oder", "aber", "weil", "dass", "wenn", "denn", "sondern", "mit", "von",
                    "für", "zu", "auf", "bei", "aus", "nach", "über", "als", "um", "durch", "ohne",
                    "et", "ou", "mais", "que", "qui", "avec", "pour", "dans", "sur", "par", "sans",
                    "de", "y", "o", "pero", "porque", "con", "para", "por", "en", "sin", "sobre",
                    "e", "ma", "che", "di", "per", "da", "su", "mas", "com", "em", "sem", "een",
                    "maar", "omdat", "dat", "met", "van", "voor", "op", "naar");

    /// Articles and the like: no line ends with one.
    private static final Set<String> BOUND_TO_NEXT =
            Set.of(
                    "a", "an", "the", "my", "your", "his", "her", "its", "our", "their", "this",
                    "i", "you", "he", "she", "we", "they", "is", "are", "not", "very", "der", "die",
                    "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines",
                    "ich", "du", "er", "sie", "wir", "ist", "sind", "nicht", "sehr", "im", "am",
                    "zum", "zur", "le", "la", "les", "un", "une", "je", "tu", "il", "elle", "nous",
                    "vous", "el", "los", "las", "una", "lo", "gli", "uno", "os", "as", "um", "uma",
                    "het", "have", "has", "had", "will", "would", "can", "could", "should", "was",
                    "were", "be", "been", "do", "does", "hat", "haben", "wird", "werden", "kann",
                    "war", "waren");

    /// Chinese characters that end what is said, and those among them that nothing may part from
    /// the word before.
    private static final String CHINESE_ENDS = "的了着过们吗呢吧里上下中后前内外";

    private static final String CHINESE_SUFFIXES = "的了着过们吗呢吧";

    private BreakQuality() {}

    static Break between(String before, String after) {
        String word = before.toLowerCase(Locale.ROOT);
        if (endsSentence(before)) {
            return Break.SENTENCE;
        }
        if (ENDS_CLAUSE.matcher(before).matches()) {
            return Break.CLAUSE;
        }
        if (BOUND_TO_NEXT.contains(word)
                || BEGINS_PHRASE.contains(word)
                || DOTTED.matcher(before).matches()
                || ABBREVIATIONS.contains(word)
                || CHINESE_SUFFIXES.contains(after.substring(0, 1))) {
            return Break.BOUND;
        }
        if (BEGINS_PHRASE.contains(after.toLowerCase(Locale.ROOT)) || phraseEnds(before, after)) {
            return Break.PHRASE;
        }
        return Break.WORD;
    }

    /// Whether a text ends where a sentence does.
    static boolean endsSentence(String text) {
        String word = text.substring(text.lastIndexOf(' ') + 1);
        return ENDS_SENTENCE.matcher(word).matches()
                && !DOTTED.matcher(word).matches()
                && !ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
    }

    /// A Chinese phrase ends with certain characters; a Japanese one with its particles, in
    /// hiragana, and the next begins with what bears the
    /// meaning, mostly in another script.
    private static boolean phraseEnds(String before, String after) {
        int last = before.codePointBefore(before.length());
        boolean particle = script(last) == Character.UnicodeScript.HIRAGANA;
        return switch (script(after.codePointAt(0))) {
            case HAN, KATAKANA, LATIN -> particle || CHINESE_ENDS.indexOf(last) >= 0;
            default -> false;
        };
    }

    private static Character.UnicodeScript script(int c) {
        return Character.UnicodeScript.of(c);
    }
}
