package dev.sayso.app.cli;

/// Standard output of a run: text as it comes, or whole results, with a header each when there are
/// several.
final class Printer {

    private final TextOut out;
    private final ProgressBar bar;
    private final boolean headers;
    private final boolean shared;

    private String header = "";
    private boolean first = true;

    /// @param headers whether to say whose text follows
    /// @param shared whether text and progress bar are seen on the same terminal
    Printer(TextOut out, ProgressBar bar, boolean headers, boolean shared) {
        this.out = out;
        this.bar = bar;
        this.headers = headers;
        this.shared = shared;
    }

    /// Begins a recording; its header waits for its first text.
    void begin(String name) {
        if (headers) {
            header = (first ? "" : "\n") + "==> " + Names.printable(name) + " <==\n";
        }
        bar.resume();
    }

    /// Prints text as it stands.
    void print(String text) {
        if (shared) {
            // the line belongs to the text from here on
            bar.pause();
        }
        out.print(header + text);
        header = "";
        first = false;
    }
}
