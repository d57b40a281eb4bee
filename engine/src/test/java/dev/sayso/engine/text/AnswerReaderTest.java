package dev.sayso.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {

    private final Tokenizer tokenizer = Vocabularies.small();

    AnswerReaderTest() throws IOException {}

    @Test
    void holdsTheHeaderBackAndShowsTheTextTokenByToken() {
        AnswerReader reader = new AnswerReader(tokenizer, null);
        int[] header = tokenizer.encodeMarkup("language English<asr_text>");
        for (int id : header) {
            assertThat(reader.language()).isEmpty();
            assertThat(reader.accept(id)).isEmpty();
        }

        assertThat(reader.language()).contains("English");
        assertThat(shown(reader, " Eight three.")).startsWith("E").endsWith(".");
        assertThat(reader.accept(tokenizer.special("<|im_end|>"))).isEmpty();
        assertThat(reader.finish()).isEqualTo(new AsrOutput("English", "Eight three.", false));
    }

    @Test
    void showsAnAnswerWithoutHeaderFromItsFirstCharacter() {
        AnswerReader reader = new AnswerReader(tokenizer, null);

        assertThat(reader.accept(tokenizer.encode("T")[0])).isEqualTo("T");
        assertThat(reader.language()).isEmpty();
        assertThat(reader.finish()).isEqualTo(new AsrOutput(null, "T", false));
    }

    @Test
    void releasesWhatOnlyBeganLikeAHeader() {
        assertThat(pieces("languid days")).hasSizeGreaterThan(2);
        assertThat(String.join("", pieces("languid days"))).isEqualTo("languid days");
        assertThat(pieces("language")).containsOnlyOnce("language");
        String essay = "language is what we are made of ".repeat(8).strip();
        List<String> pieces = pieces(essay);
        assertThat(String.join("", pieces)).isEqualTo(essay);
        assertThat(pieces.getFirst()).hasSizeLessThan(120);
    }

    @Test
    void takesEverythingForTextWhereTheLanguageWasForced() {
        AnswerReader reader = new AnswerReader(tokenizer, "German");

        assertThat(reader.language()).contains("German");
        assertThat(shown(reader, " language x")).isEqualTo("language x");
        assertThat(reader.finish()).isEqualTo(new AsrOutput("German", "language x", false));
    }

    @Test
    void showsNothingForSilence() {
        AnswerReader reader = new AnswerReader(tokenizer, null);

        assertThat(shown(reader, "language None<asr_text>")).isEmpty();
        assertThat(reader.language()).isEmpty();
        assertThat(reader.finish()).isEqualTo(new AsrOutput(null, "", false));
    }

    @Test
    void neverShowsHalfACharacterNorSpaceAtEitherEnd() {
        AnswerReader reader = new AnswerReader(tokenizer, "English");
        List<String> shown = new ArrayList<>();
        for (int id : tokenizer.encode("  a 👩 \n")) {
            shown.add(reader.accept(id));
        }
        shown.removeIf(String::isEmpty);

        assertThat(shown).containsExactly("a", " 👩");
        assertThat(reader.flush()).isEmpty();
    }

    @Test
    void showsABrokenCharacterInTheEnd() {
        AnswerReader reader = new AnswerReader(tokenizer, null);
        reader.accept(tokenizer.encode("👩")[0]);

        assertThat(reader.flush()).isEqualTo("\uFFFD");
        assertThat(reader.finish().text()).isEqualTo("\uFFFD");
    }

    @Test
    void knowsBetterInTheEndWhereTheTagComesLate() {
        AnswerReader reader = new AnswerReader(tokenizer, null);

        assertThat(shown(reader, "Well<asr_text>no")).isEqualTo("Well<asr_text>no");
        assertThat(reader.finish()).isEqualTo(new AsrOutput(null, "no", false));
    }

    @Test
    void showsPieceByPieceWhatTheWholeAnswerSays() {
        int repaired = 0;
        for (int seed = 0; seed < 2000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String forced = random.nextInt(4) == 0 ? "English" : null;
            int[] ids = answer(random);
            AnswerReader reader = new AnswerReader(tokenizer, forced);
            Detokenizer whole = new Detokenizer(tokenizer);
            StringBuilder raw = new StringBuilder();
            StringBuilder shown = new StringBuilder();
            for (int id : ids) {
                raw.append(whole.accept(id));
                shown.append(reader.accept(id));
            }
            raw.append(whole.finish());
            shown.append(reader.flush());
            AsrOutput output = reader.finish();

            assertThat(output)
                    .as("seed %d", seed)
                    .isEqualTo(AsrOutput.parse(raw.toString(), forced));
            if (output.repaired()) {
                repaired++;
            } else {
                assertThat(shown).as("seed %d", seed).hasToString(output.text());
                assertThat(reader.language().orElse(null)).isEqualTo(output.language());
            }
        }
        assertThat(repaired).isBetween(1, 200);
    }

    /// A header or none, and anything after it but a second tag.
    private int[] answer(SplittableRandom random) {
        String[] beginnings = {
            "",
            "language English<asr_text>",
            " language None<asr_text>",
            "<asr_text>",
            "language",
            "lang",
            "language French \nx\n<asr_text>",
            "\n\n",
            "LANGUAGE german<asr_text> ",
            "language x y z "
        };
        Ids ids = new Ids();
        ids.addAll(tokenizer.encodeMarkup(beginnings[random.nextInt(beginnings.length)]));
        int tag = tokenizer.special("<asr_text>");
        int range = random.nextBoolean() ? tokenizer.size() + 5 : 256;
        for (int i = random.nextInt(60); i > 0; i--) {
            int id = random.nextInt(range);
            int copies = random.nextInt(300) == 0 ? 30 : 1;
            for (int k = 0; k < copies && id != tag; k++) {
                ids.add(id);
            }
        }
        return ids.toArray();
    }

    private String shown(AnswerReader reader, String markup) {
        StringBuilder shown = new StringBuilder();
        for (int id : tokenizer.encodeMarkup(markup)) {
            shown.append(reader.accept(id));
        }
        return shown.append(reader.flush()).toString();
    }

    private List<String> pieces(String text) {
        AnswerReader reader = new AnswerReader(tokenizer, null);
        List<String> pieces = new ArrayList<>();
        for (int id : tokenizer.encode(text)) {
            pieces.add(reader.accept(id));
        }
        pieces.add(reader.flush());
        pieces.removeIf(String::isEmpty);
        return pieces;
    }
}
