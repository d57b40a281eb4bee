package dev.sayso.engine.text;

import dev.sayso.engine.checkpoint.Vocabulary;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The small vocabulary of the tests (1,207 tokens, the first starter model's), and text to try it
/// on.
final class Vocabularies {

    /// An encoded text, and what its ids decode to.
    record Case(String text, List<Integer> ids, String decoded) {}

    /// Letters of many scripts, marks that compose, digits, blanks of all kinds, line breaks,
    /// apostrophes; no halves of surrogate pairs.
    private static final String ALPHABET =
            "abcdefgsttmdrevlSTMDREVL'''''  \t\n\n\r\u00a0\u0085\u2003\u3000.,!?-#_<|>0123٣४½Ⅷ"
                    + "äéßſøÅžабвгдελαعربية中文漢字日本かな한국어ไทยहिन्दी\u0301\u0327\u0323\u0308\u0345\u05b0"
                    + "👩🏽\u200d🏳️𝒳𠮷\ufeff\u0000\u007f\ufffd";

    private Vocabularies() {}

    static Path smallFolder() {
        URL file = Vocabularies.class.getResource("/tokenizer/vocab.json");
        try {
            return Path.of(Objects.requireNonNull(file).toURI()).resolveSibling("");
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    static Tokenizer small() throws IOException {
        return Tokenizer.of(Vocabulary.read(smallFolder()));
    }

    /// The cases of a file made by an independent implementation.
    static List<Case> cases(Path file) {
        List<Case> cases = new ArrayList<>();
        for (JsonNode one : JsonMapper.shared().readTree(file.toFile()).get("cases")) {
            List<Integer> ids = one.get("ids").valueStream().map(JsonNode::asInt).toList();
            String decoded = one.get("decoded").asString();
            cases.add(new Case(one.get("text").asString(), ids, decoded));
        }
        return cases;
    }

    /// Random text out of a difficult alphabet.
    static String text(SplittableRandom random, int characters) {
        int[] alphabet = ALPHABET.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < characters; i++) {
            int c = alphabet[random.nextInt(alphabet.length)];
            int copies = random.nextInt(8) == 0 ? 1 + random.nextInt(4) : 1;
            text.append(Character.toString(c).repeat(copies));
        }
        return text.toString();
    }
}
