package dev.sayso.app.cli;

import dev.sayso.engine.Joint;
import java.util.function.Consumer;

/// Prints a stream's text: committed text as one line that grows, and on a terminal that can take
/// it the tentative text below it, dimmed and rewritten in place.
///
/// The escape sequences are those that every terminal since the VT100 has. The tentative line is
/// not wrapped and the cursor stays at the end of the committed text, so the width of the terminal
/// need not be known.
final class StreamPrinter implements TextPrinter {

    /// Down and up again: scrolls when there is no row below.
    private static final String ROOM_BELOW = "\u001bD\u001bM";

    private static final String SAVE_CURSOR = "\u001b7";
    private static final String RESTORE_CURSOR = "\u001b8";
    private static final String ERASE_BELOW = "\u001b[J";
    private static final String NO_WRAP = "\u001b[?7l";
    private static final String WRAP = "\u001b[?7h";
    private static final String DIM = "\u001b[2m";
    private static final String PLAIN = "\u001b[0m";

    /// Of long tentative text the end is shown, which is what is new.
    private static final int MOST_SHOWN = 76;

    private final Consumer<String> out;
    private final boolean rewrites;
    private final StringBuilder line = new StringBuilder();
    private String tentative = "";
    private String shown = "";

    /// @param out appends text
    /// @param rewrites whether the output is a terminal that knows the sequences
    StreamPrinter(Consumer<String> out, boolean rewrites) {
        this.out = out;
        this.rewrites = rewrites;
    }

    @Override
    public void tentative(String text) {
        tentative = text.strip();
        String now = rewrites ? Names.printable(text.strip()) : "";
        if (now.equals(shown)) {
            return;
        }
        StringBuilder screen = new StringBuilder();
        if (!shown.isEmpty()) {
            screen.append(ERASE_BELOW);
        }
        if (!now.isEmpty()) {
            screen.append(ROOM_BELOW).append(SAVE_CURSOR).append("\r\n");
            screen.append(NO_WRAP).append(DIM).append(lastOf(now)).append(PLAIN).append(WRAP);
            screen.append(RESTORE_CURSOR);
        }
        shown = now;
        out.accept(screen.toString());
    }

    private static String lastOf(String text) {
        int length = text.codePointCount(0, text.length());
        if (length <= MOST_SHOWN) {
            return text;
        }
        return "…" + text.substring(text.offsetByCodePoints(0, length - MOST_SHOWN));
    }

    @Override
    public void committed(String text) {
        tentative("");
        String more = Joint.between(line, text) + text;
        // only its last character matters
        line.setLength(0);
        line.append(more);
        out.accept(more);
    }

    @Override
    public void stopped() {
        if (!tentative.isEmpty()) {
            committed(tentative);
        }
    }

    @Override
    public void breakOff() {
        tentative("");
        if (!line.isEmpty()) {
            end();
        }
    }

    @Override
    public void end() {
        tentative("");
        line.setLength(0);
        out.accept("\n");
    }
}
