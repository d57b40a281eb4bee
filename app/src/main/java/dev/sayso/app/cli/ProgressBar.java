package dev.sayso.app.cli;

import dev.sayso.engine.TranscriptEvent.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/// One line on a terminal that is drawn over again and leaves nothing behind.
final class ProgressBar {

    private static final int CELLS = 24;
    private static final int NAME = 30;
    private static final long PAUSE_NANOS = 100_000_000;

    private final PrintStream err;
    private final boolean enabled;
    private boolean paused;
    private boolean drawn;
    private long lastDrawn;

    /// @param enabled false: nothing is ever drawn
    ProgressBar(PrintStream err, boolean enabled) {
        this.err = err;
        this.enabled = enabled;
    }

    /// Draws, but not more than ten times a second.
    ///
    /// @param now a running clock, ns
    void show(String name, Progress progress, Duration elapsed, long now) {
        if (enabled && !paused && !(drawn && now - lastDrawn < PAUSE_NANOS)) {
            lastDrawn = now;
            drawn = true;
            // back to the first column; what does not fit the terminal is cut, not wrapped, since
            // nothing could take a second line away; the rest of the old line deleted
            String line = line(Names.printable(name), progress, elapsed);
            err.print("\r\u001b[?7l" + line + "\u001b[K\u001b[?7h");
            err.flush();
        }
    }

    /// Takes the line away.
    void clear() {
        if (drawn) {
            drawn = false;
            err.print("\r\u001b[K");
            err.flush();
        }
    }

    /// Takes the line away and draws no other until [#resume].
    void pause() {
        clear();
        paused = true;
    }

    /// Draws again.
    void resume() {
        paused = false;
    }

    /// Such as `talk.wav  [######------------------]  25 %  3.9x real time  0:42 left`.
    static String line(String name, Progress progress, Duration elapsed) {
        double done = seconds(progress.done());
        double total = seconds(progress.total());
        double spent = seconds(elapsed);
        if (total <= 0) {
            return String.format(Locale.ROOT, "%s  %.0f s", shortened(name), done);
        }
        double part = Math.clamp(done / total, 0, 1);
        int full = (int) (part * CELLS);
        String bar = "#".repeat(full) + "-".repeat(CELLS - full);
        String line =
                String.format(Locale.ROOT, "%s  [%s] %3.0f %%", shortened(name), bar, part * 100);
        if (part > 0 && spent > 0) {
            long left = Math.round(spent / part - spent);
            line +=
                    String.format(
                            Locale.ROOT,
                            "  %.1fx real time  %d:%02d left",
                            done / spent,
                            left / 60,
                            left % 60);
        }
        return line;
    }

    /// The end of a name tells more than its beginning.
    private static String shortened(String name) {
        int length = name.codePointCount(0, name.length());
        return length <= NAME
                ? name
                : "…" + name.substring(name.offsetByCodePoints(0, length - NAME + 1));
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
