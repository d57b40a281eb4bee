package dev.sayso.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LivePrinterTest {

    private final List<String> pieces = new ArrayList<>();
    private int corrections;
    private final LivePrinter printer = new LivePrinter(pieces::add, () -> corrections++);

    @Test
    void printsEachTokenOnce() {
        printer.tentative("Hel");
        printer.tentative("Hello");
        printer.tentative("Hello world");
        printer.committed("Hello world.");
        printer.end();

        assertThat(pieces).containsExactly("Hel", "lo", " world", ".", "\n");
        assertThat(corrections).isZero();
    }

    @Test
    void joinsSegmentsAsTheTranscriptDoes() {
        printer.tentative("One.");
        printer.committed("One.");
        printer.tentative("Two");
        printer.committed("Two.");
        printer.committed("，三。");
        printer.committed("四");
        printer.end();

        assertThat(text()).isEqualTo("One. Two.，三。四\n");
    }

    @Test
    void keepsBackASpaceThatCommittedTextMayNotHave() {
        printer.tentative("Hello ");
        assertThat(text()).isEqualTo("Hello");
        printer.committed("Hello");
        printer.committed("you");
        printer.end();

        assertThat(text()).isEqualTo("Hello you\n");
        assertThat(corrections).isZero();
    }

    @Test
    void waitsWhileTextIsTakenBackAndGrowsAgain() {
        printer.tentative("The same th");
        printer.tentative("");
        printer.tentative("The same");
        printer.tentative("The same thing");
        printer.committed("The same thing.");
        printer.end();

        assertThat(text()).isEqualTo("The same thing.\n");
        assertThat(corrections).isZero();
    }

    @Test
    void correctsOnANewLineWhatItCannotTakeBack() {
        printer.committed("First.");
        printer.tentative("no no no no");
        printer.committed("No.");
        printer.tentative("Last");
        printer.committed("Last.");
        printer.end();

        assertThat(text()).isEqualTo("First. no no no no\nNo. Last.\n");
        assertThat(corrections).isOne();
    }

    @Test
    void endsWithOneLineEndWhenNothingWasSaid() {
        printer.end();

        assertThat(text()).isEqualTo("\n");
    }

    private String text() {
        return String.join("", pieces);
    }
}
