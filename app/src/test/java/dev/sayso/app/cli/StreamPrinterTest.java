package dev.sayso.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StreamPrinterTest {

    private final StringBuilder out = new StringBuilder();

    @Test
    void aPipeGetsCommittedTextOnly() {
        StreamPrinter printer = new StreamPrinter(out::append, false);
        printer.tentative("Hel");
        printer.committed("Hello");
        printer.tentative("wor");
        printer.committed("world.");
        printer.committed("你好");
        printer.end();
        assertThat(out.toString()).isEqualTo("Hello world. 你好\n");
    }

    @Test
    void aTerminalShowsTentativeTextBelowAndTakesItBack() {
        Screen screen = new Screen();
        StreamPrinter printer = new StreamPrinter(screen::write, true);
        printer.tentative("Hel");
        assertThat(screen.lines()).containsExactly("", "Hel");
        assertThat(screen.dimmed()).isTrue();
        printer.committed("Hello");
        assertThat(screen.lines()).containsExactly("Hello");
        printer.tentative("wor");
        printer.tentative("world peace");
        assertThat(screen.lines()).containsExactly("Hello", "world peace");
        printer.tentative("word");
        assertThat(screen.lines()).containsExactly("Hello", "word");
        printer.committed("world.");
        printer.end();
        assertThat(screen.lines()).containsExactly("Hello world.", "");
    }

    @Test
    void ofLongTentativeTextTheEndIsShown() {
        Screen screen = new Screen();
        StreamPrinter printer = new StreamPrinter(screen::write, true);
        printer.tentative("x".repeat(100) + " the end");
        assertThat(screen.lines().getLast()).hasSize(77).startsWith("…").endsWith("x the end");
    }

    @Test
    void whatTheModelSaysCannotSteerTheTerminal() {
        Screen screen = new Screen();
        StreamPrinter printer = new StreamPrinter(screen::write, true);
        printer.tentative("a\u001b[2Jb\nc");
        assertThat(screen.lines().getLast()).isEqualTo("a\\u001b[2Jb\\nc");
    }

    @Test
    void aRunThatFailsLeavesNoTentativeText() {
        Screen screen = new Screen();
        StreamPrinter printer = new StreamPrinter(screen::write, true);
        printer.committed("Hello");
        printer.tentative("wor");
        printer.breakOff();
        assertThat(screen.lines()).containsExactly("Hello", "");
        new StreamPrinter(out::append, true).breakOff();
        assertThat(out.toString()).isEmpty();
    }
}
