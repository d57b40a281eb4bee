package dev.sayso.app.cli;

import dev.sayso.engine.Joint;
import java.util.function.Consumer;

/// Prints a transcript while it is decoded, on an output that cannot take anything back.
///
/// Tentative text is printed as far as it extends what is printed already; when it takes something
/// back (a repetition was cut, a stretch is decoded again) the printer waits. When committed text
/// does not extend what is printed, it goes on a new line of its own.
final class LivePrinter implements TextPrinter {

    private final Consumer<String> out;
    private final Runnable onCorrection;

    /// The current line without the stretch in progress.
    private final StringBuilder before = new StringBuilder();

    /// What is printed of the stretch in progress.
    private String stretch = "";

    /// Whether there is text that no line end follows yet.
    private boolean open;

    /// @param out appends text
    /// @param onCorrection told when a new line replaces what stands before it
    LivePrinter(Consumer<String> out, Runnable onCorrection) {
        this.out = out;
        this.onCorrection = onCorrection;
    }

    @Override
    public void tentative(String text) {
        // what follows a trailing space is not known yet, and committed text has none
        extend(text.strip());
    }

    @Override
    public void committed(String text) {
        if (!extend(text)) {
            out.accept("\n");
            onCorrection.run();
            out.accept(text);
            before.setLength(0);
            stretch = text;
            open = true;
        }
        before.append(Joint.between(before, stretch)).append(stretch);
        stretch = "";
    }

    /// It is printed already.
    @Override
    public void stopped() {}

    @Override
    public void breakOff() {
        if (open) {
            end();
        }
    }

    @Override
    public void end() {
        open = false;
        out.accept("\n");
        before.setLength(0);
        stretch = "";
    }

    private boolean extend(String text) {
        if (!text.startsWith(stretch)) {
            return false;
        }
        if (text.length() > stretch.length()) {
            String joint = stretch.isEmpty() ? Joint.between(before, text) : "";
            out.accept(joint + text.substring(stretch.length()));
            stretch = text;
            open = true;
        }
        return true;
    }
}
