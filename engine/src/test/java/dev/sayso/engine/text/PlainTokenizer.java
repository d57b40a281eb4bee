package dev.sayso.engine.text;

import dev.sayso.engine.checkpoint.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The tokenizer written down as plainly as it can be: the pattern as a pattern, and merging by
/// looking at all pairs each time. What [Tokenizer] does fast must come out the same.
final class PlainTokenizer {

    /// As the model's authors give it, `\s` being spelled out since Java's knows ASCII only.
    private static final Pattern PIECES =
            Pattern.compile(
                    String.join(
                            "|",
                            "(?iu:'s|'t|'re|'ve|'m|'ll|'d)",
                            "[^\\r\\n\\p{L}\\p{N}]?\\p{L}+",
                            "\\p{N}",
                            " ?[^\\p{IsWhite_Space}\\p{L}\\p{N}]+[\\r\\n]*",
                            "\\p{IsWhite_Space}*[\\r\\n]+",
                            "\\p{IsWhite_Space}+(?!\\P{IsWhite_Space})",
                            "\\p{IsWhite_Space}+"));

    private final Vocabulary vocabulary;

    PlainTokenizer(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        Matcher matcher = PIECES.matcher(text);
        while (matcher.find()) {
            pieces.add(matcher.group());
        }
        return pieces;
    }

    int[] encode(String text) {
        List<Integer> ids = new ArrayList<>();
        for (String piece : pieces(Normalizer.normalize(text, Normalizer.Form.NFC))) {
            ids.addAll(merged(piece.getBytes(StandardCharsets.UTF_8)));
        }
        return ids.stream().mapToInt(Integer::intValue).toArray();
    }

    private List<Integer> merged(byte[] piece) {
        List<Integer> ids = new ArrayList<>();
        for (byte value : piece) {
            ids.add(vocabulary.byteToken(Byte.toUnsignedInt(value)));
        }
        while (true) {
            int best = -1;
            long lowest = Long.MAX_VALUE;
            for (int i = 0; i + 1 < ids.size(); i++) {
                long merge = vocabulary.merge(ids.get(i), ids.get(i + 1));
                if (merge >= 0 && merge < lowest) {
                    lowest = merge;
                    best = i;
                }
            }
            if (best < 0) {
                return ids;
            }
            List<Integer> pair = ids.subList(best, best + 2);
            pair.clear();
            ids.add(best, (int) lowest);
        }
    }
}
