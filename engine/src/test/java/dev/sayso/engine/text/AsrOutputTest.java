package dev.sayso.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AsrOutputTest {

    @Test
    void splitsLanguageAndTextAtTheTag() {
        check("language English<asr_text> The words. ", "English", "The words.");
        check("  language Chinese<asr_text>你好。\n", "Chinese", "你好。");
        check("language English<asr_text>one<asr_text>two", "English", "one<asr_text>two");
    }

    @Test
    void writesTheLanguagesNameInOneWay() {
        check("LANGUAGE cHINese <asr_text>x", "Chinese", "x");
        check("\nlanguage  german\nmore\n<asr_text>x", "German", "x");
        check("noise\u2028 language élan\u001C<asr_text>x", "Élan", "x");
    }

    @Test
    void takesAnAnswerWithoutTagForText() {
        check("The words.", null, "The words.");
        check("language English", null, "language English");
        check("  ", null, "");
        check("", null, "");
    }

    @Test
    void takesNoneForSilenceButKeepsText() {
        check("language None<asr_text>", null, "");
        check("Language NONE<asr_text> \n", null, "");
        check("language None<asr_text>hm", null, "hm");
    }

    @Test
    void knowsNoLanguageWhereTheHeaderNamesNone() {
        check("<asr_text>x", null, "x");
        check("language <asr_text>x", null, "x");
        check("something else<asr_text>x", null, "x");
    }

    @Test
    void takesEverythingForTextWhereTheLanguageWasForced() {
        assertThat(AsrOutput.parse(" The words. ", "German"))
                .isEqualTo(new AsrOutput("German", "The words.", false));
        assertThat(AsrOutput.parse("language English<asr_text>x", "German"))
                .isEqualTo(new AsrOutput("German", "language English<asr_text>x", false));
        assertThat(AsrOutput.parse("", "German")).isEqualTo(new AsrOutput("German", "", false));
    }

    @Test
    void cutsRunawayRepetitionsAndSaysSo() {
        assertThat(AsrOutput.parse("language English<asr_text>" + "no, ".repeat(30) + "yes.", null))
                .isEqualTo(new AsrOutput("English", "no, yes.", true));
        assertThat(AsrOutput.parse("哈".repeat(40), "Chinese"))
                .isEqualTo(new AsrOutput("Chinese", "哈", true));
    }

    @Test
    void trimsWhatUnicodeCallsWhiteSpace() {
        check("\u00a0\u3000\u0085x\u2003\u001f", null, "x");
    }

    private static void check(String raw, @Nullable String language, String text) {
        assertThat(AsrOutput.parse(raw, null)).isEqualTo(new AsrOutput(language, text, false));
    }
}
