package dev.sayso.engine;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Counts the words that one text has wrong against another.
public final class WordErrors {

    private WordErrors() {}

    /// The words of a text, without case and punctuation.
    public static List<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}']+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /// Words to insert, delete or replace.
    public static int count(String reference, String text) {
        List<String> from = words(reference);
        List<String> to = words(text);
        int[] row = new int[to.size() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.size(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.size(); j++) {
                int above = row[j];
                int changed = diagonal + (from.get(i - 1).equals(to.get(j - 1)) ? 0 : 1);
                row[j] = Math.min(Math.min(above, row[j - 1]) + 1, changed);
                diagonal = above;
            }
        }
        return row[to.size()];
    }
}
