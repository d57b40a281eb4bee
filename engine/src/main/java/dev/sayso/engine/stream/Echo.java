package dev.sayso.engine.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Recognises the prompt's own words in an answer.
///
/// Given a vocabulary and sound without speech, the model sometimes writes the vocabulary. Text is
/// suspect when it repeats three words of the context in their order, or is nothing but words of
/// the context. Whether it is an echo shows when the sound is decoded without the context.
public final class Echo {

    private static final int RUN = 3;

    private final List<String> context;

    /// @param context what the prompt says; empty for nothing
    public Echo(String context) {
        this.context = words(context);
    }

    /// Whether the context may have been copied.
    public boolean suspects(String text) {
        List<String> said = words(text);
        if (context.isEmpty() || said.isEmpty()) {
            return false;
        }
        if (context.containsAll(said)) {
            return true;
        }
        for (int i = 0; i + RUN <= said.size(); i++) {
            if (indexOf(said.subList(i, i + RUN)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /// Whether a text decoded without the context holds what one decoded with it does: then
    /// somebody did say it.
    public static boolean confirms(String without, String with) {
        List<String> plain = words(without);
        List<String> said = words(with);
        int found = 0;
        for (String word : said) {
            found += plain.contains(word) ? 1 : 0;
        }
        // names are misheard without the context, which is why people give one
        return !plain.isEmpty() && (2 * found >= said.size() || plain.size() * 2 >= said.size());
    }

    private int indexOf(List<String> run) {
        for (int i = 0; i + run.size() <= context.size(); i++) {
            if (context.subList(i, i + run.size()).equals(run)) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}']+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
