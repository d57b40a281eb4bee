package dev.sayso.app.cli;

import dev.sayso.app.models.download.DownloadProgress;
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
        if (isDue(now)) {
            draw(line(Names.printable(name), progress, elapsed), now);
        }
    }

    /// The same for a download.
    void show(String name, DownloadProgress progress, long now) {
        if (isDue(now)) {
            draw(line(Names.printable(name), progress), now);
        }
    }

    private boolean isDue(long now) {
        return enabled && !paused && !(drawn && now - lastDrawn < PAUSE_NANOS);
    }

    private void draw(String line, long now) {
        lastDrawn = now;
        drawn = true;
        // back to the first column; what does not fit the terminal is cut, not wrapped, since
        // nothing could take a second line away; the rest of the old line deleted
        err.print("\r\u001b[?7l" + line + "\u001b[K\u001b[?7h");
        err.flush();
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
        String line = bar(name, part);
        if (part > 0 && spent > 0) {
            long left = Math.round(spent / part - spent);
            line += String.format(Locale.ROOT, "  %.1fx real time  ", done / spent) + minutes(left);
        }
        return line;
    }

    /// Such as `Qwen  [######------------------]  25 %  470.0 MB of 1.88 GB  12.0 MB/s  1:57 left`.
    static String line(String name, DownloadProgress progress) {
        double part = progress.part();
        if (part < 0) {
            return shortened(name) + "  asking for the list of files";
        }
        String doing =
                switch (progress.phase()) {
                    case LISTING -> "  asking for the list of files";
                    case CHECKING -> "  checking what is here";
                    case WAITING -> "  trying again soon (" + progress.trouble() + ")";
                    case FINISHING -> "";
                    case FETCHING -> "  " + Sizes.of(Math.round(progress.speed())) + "/s";
                };
        Duration left = progress.left();
        String rest =
                progress.phase() == DownloadProgress.Phase.FETCHING && left != null
                        ? "  " + minutes(left.toSeconds())
                        : "";
        return bar(name, part)
                + "  "
                + Sizes.of(progress.done())
                + " of "
                + Sizes.of(progress.total())
                + doing
                + rest;
    }

    private static String bar(String name, double part) {
        int full = (int) (part * CELLS);
        String bar = "#".repeat(full) + "-".repeat(CELLS - full);
        return String.format(Locale.ROOT, "%s  [%s] %3.0f %%", shortened(name), bar, part * 100);
    }

    private static String minutes(long seconds) {
        return String.format(Locale.ROOT, "%d:%02d left", seconds / 60, seconds % 60);
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
